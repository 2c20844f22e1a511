/** Runs tasks of one lane one after the other, in the order given; lanes at once. A failing task stops nobody. */
export interface Lanes {
  run(lane: string, task: () => Promise<void>): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>();
  return {
    run(lane, task) {
      const done = (tails.get(lane) ?? Promise.resolve()).then(task);
      const tail = done.catch(() => {});
      tails.set(lane, tail);
      void tail.then(() => {
        if (tails.get(lane) === tail) tails.delete(lane);
      });
      return done;
    },
  };
}
