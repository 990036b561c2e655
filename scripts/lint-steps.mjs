// Checks that are no tests: style, types of the tests, arrows between rooms.
export const lintSteps = (bin) => [
  { name: 'oxlint', command: bin('oxlint'), args: ['--deny-warnings'] },
  { name: '测试代码的类型', command: bin('tsc'), args: ['-p', 'tsconfig.test.json'] },
  { name: '房间之间的箭头', command: process.execPath, args: ['scripts/arrows.mjs'] },
];
