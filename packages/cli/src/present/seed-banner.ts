/** The seed large enough for the room to read along. */

/** Digits in groups of five with wide gaps, framed by lines; as many groups a line as fit. */
export const seedBanner = (value: string, columns: number): string => {
  const groups = value.match(/.{1,5}/g) ?? [];
  const spaced = groups.map((group) => [...group].join(' '));
  const perLine = Math.max(1, Math.floor((Math.min(columns, 80) - 4) / 13));
  const lines = Array.from({ length: Math.ceil(spaced.length / perLine) }, (_, index) => `    ${spaced.slice(index * perLine, (index + 1) * perLine).join('    ')}`);
  const rule = '═'.repeat(Math.min(columns, 80) - 1);
  return ['', rule, '', ...lines.flatMap((line) => [line, '']), rule, ''].join('\n');
};
