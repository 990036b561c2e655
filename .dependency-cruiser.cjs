// The arrows of the house (docs/adr/0002-rooms-and-arrows.md). A room may only look at the rooms named here.
const rooms = {
  base: [],
  seed: ['base'],
  registry: ['base'],
  plan: ['base', 'registry'],
  draw: ['base', 'registry', 'plan', 'seed'],
  match: ['base', 'registry', 'plan', 'seed', 'draw'],
  forecast: ['base', 'registry', 'plan', 'seed', 'draw', 'match'],
  record: ['base', 'registry', 'plan', 'seed', 'draw', 'match', 'forecast'],
  publicity: ['base', 'registry', 'plan', 'seed', 'draw', 'match', 'forecast', 'record'],
  verify: ['base', 'registry', 'plan', 'seed', 'draw', 'match', 'forecast', 'record', 'publicity'],
  explain: ['base', 'registry', 'plan', 'seed', 'draw', 'match', 'forecast', 'record', 'verify'],
  edition: ['base', 'registry', 'plan', 'seed', 'draw', 'match', 'forecast', 'record', 'publicity', 'verify'],
};
const core = '^packages/core/src/';
const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `core-${room}`,
  severity: 'error',
  from: { path: `${core}${room}/` },
  to: { path: core, pathNot: `${core}(${[room, ...allowed].join('|')})/` },
}));
module.exports = {
  forbidden: [
    ...roomRules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-libraries',
      severity: 'error',
      from: { path: core, pathNot: '\\.test\\.ts$|\\.properties\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core', 'unknown', 'npm-no-pkg', 'undetermined'], pathNot: 'node_modules/(\\.pnpm/)?(zod|seedrandom|@types[+/]seedrandom|@noble[+/]hashes|@noble[+/]curves|date-fns|@date-fns[+/]utc)[@/]' },
    },
    { name: 'core-never-cli', severity: 'error', from: { path: core }, to: { path: '^packages/cli/' } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^packages/[a-z]+/src/', pathNot: '\\.(test|properties)\\.ts$|bin\\.ts$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.js'], exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
