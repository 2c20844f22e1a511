/**
 * Imports point one way: bot, web, cli -> dialogue -> answer, ingest -> retrieval -> legal.
 * `store` implements ports that its users declare; adapters meet only in `app.ts`.
 */
const layer = (name, forbidden) => ({
  name: `${name}-stays-below`,
  severity: 'error',
  comment: `src/${name} must not know the layers above it`,
  from: { path: `^src/${name}/` },
  to: { path: `^src/(${forbidden.join('|')})(/|\\.ts)` },
});
/** Inside a layer: these folders come before the others on the way of the data. */
const inside = (layerName, folders, forbidden) => ({
  name: `${layerName}-${folders.join('-')}-stays-below`,
  severity: 'error',
  comment: `${folders.join(', ')} of src/${layerName} must not know the folders that build on them`,
  from: { path: `^src/${layerName}/(${folders.join('|')})/` },
  to: { path: `^src/${layerName}/(${forbidden.join('|')})/` },
});
const top = ['bot', 'web', 'cli', 'app', 'main'];
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/cli/', '^src/main\\.ts$', '^src/web/static/'] },
      to: {},
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/(bench|cli/bench)' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    layer('legal', [
      ...top,
      'dialogue',
      'answer',
      'ingest',
      'retrieval',
      'store',
      'evaluation',
      'bench',
      'config',
    ]),
    layer('retrieval', [...top, 'dialogue', 'answer', 'ingest', 'store', 'evaluation', 'bench', 'config']),
    inside('retrieval', ['lexical'], ['thesaurus', 'question', 'index', 'dense', 'ranking', 'lookup']),
    inside('retrieval', ['question', 'index', 'dense'], ['ranking', 'lookup']),
    inside('retrieval', ['ranking'], ['lookup']),
    inside('legal', ['numbers', 'calendar', 'structure'], ['relations', 'effectivity', 'procedure']),
    inside('legal', ['relations'], ['effectivity', 'procedure']),
    layer('ingest', [...top, 'dialogue', 'answer', 'store', 'evaluation', 'bench', 'config']),
    layer('answer', [...top, 'dialogue', 'ingest', 'store', 'evaluation', 'bench', 'config']),
    layer('dialogue', [...top, 'store', 'evaluation', 'bench', 'config']),
    layer('store', [...top, 'evaluation', 'bench']),
    layer('bot', ['web', 'cli', 'app', 'main', 'store']),
    layer('web', ['bot', 'cli', 'app', 'main', 'store']),
    layer('evaluation', top),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
