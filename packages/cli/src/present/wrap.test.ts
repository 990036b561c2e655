import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { name } from './realistic.properties.js';
import { wrap } from './wrap.js';

const squeezed = (text: string): string => text.replace(/\s/g, '');

describe('wrap', () => {
  it('makes no line wider than the terminal, and loses no character', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), fc.integer({ min: 12, max: 120 }), (parts, columns) => {
        const text = parts.join('，');
        const lines = wrap({ text, columns, indent: ['错误  ', '      '] });
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(squeezed(lines.join(''))).toBe(`错误${squeezed(text)}`);
      }),
    );
  });

  it('begins no line with a full stop or a closing bracket, and ends none with an opening one', () => {
    for (let columns = 12; columns < 60; columns += 1) {
      for (const line of wrap({ text: '检查对象名录库（检查对象），第三十七行：“代码”列，写成（9.13）了。'.repeat(4), columns })) {
        expect(line).not.toMatch(/^[，。）”：]|[（“]$/);
      }
    }
  });

  it('keeps words and codes whole where they fit', () => {
    expect(wrap({ text: '请先运行 ssj seal 再说（code-precision-lost）', columns: 24 })).toEqual(['请先运行 ssj seal 再说', '（code-precision-lost）']);
  });

  it('breaks what is wider than a line', () => {
    expect(wrap({ text: 'a'.repeat(25), columns: 10 })).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });
});
