import { isOn } from './styles.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * The figures of footnotes and endnotes, which Word counts and does not store: "[n]" where the text refers to a note and
 * where the note begins, as typed consolidations print them. One count for both kinds, by the order of the references, so
 * that a figure stands for one note whatever numbers Word shows. The main text is to be read before the notes.
 */
export class NoteMarks {
  private readonly numbers = new Map<string, number>();
  /** The note that is being read. */
  private note: string | undefined;

  /** What is printed at this element of a WordprocessingML part; undefined where nothing of a note is. */
  at(name: string, a: Attributes): string | undefined {
    const kind = /^(footnote|endnote)(Reference|Ref|)$/.exec(name);
    if (kind === null) return undefined;
    const [, notes = '', part = ''] = kind;
    if (part === 'Reference') return this.refer(`${notes} ${a['id']}`, a);
    if (part === '') this.note = `${notes} ${a['id']}`;
    else if (this.note !== undefined && this.numbers.has(this.note))
      return `[${this.numbers.get(this.note)}]`;
    return undefined;
  }

  /** A mark of the writer's own stands in the text already. */
  private refer(note: string, a: Attributes): string | undefined {
    if (isOn(a['customMarkFollows'] ?? '0')) return undefined;
    const number = this.numbers.get(note) ?? this.numbers.size + 1;
    this.numbers.set(note, number);
    return `[${number}]`;
  }
}
