import { describe, expect, test } from 'vitest';
import type { TargetId } from '../base/brand.js';
import { publicName } from './mask-name.js';

const SOLE = 'uscc:92652722MA775LKJ0X';
const FIRM = 'uscc:91652722MA775LKJ0X';
const shown = (name: string, id: string = SOLE, entityType?: string): string => publicName({ id: id as TargetId, name, entityType });

describe('publicName masks', () => {
  test.each([
    ['张三', '张＊'],
    ['李 小明', '李 ＊＊'],
    ['欧阳建国', '欧＊＊＊'],
    ['艾山·买买提', '艾＊＊＊＊＊'],
    ['艾山•买买提', '艾＊＊＊＊＊'],
    ['古丽扎尔・阿布都热合曼', '古＊＊＊＊＊＊＊＊＊＊'],
    ['阿卜杜热合曼', '阿＊＊＊＊＊'],
    ['张三（个体工商户）', '张＊（个体工商户）'],
    ['个体工商户：张三', '个体工商户：张＊'],
    ['阿依古丽(Ayigul)', '阿＊＊＊(A＊＊＊＊＊)'],
    ['李保健', '李＊＊'],
    ['王建材', '王＊＊'],
    ['刘美容', '刘＊＊'],
    ['李知行', '李＊＊'],
    ['𠮷田明', '𠮷＊＊'],
  ])('the person in %s', (name, masked) => {
    expect(shown(name)).toBe(masked);
  });
});

describe('publicName leaves', () => {
  test.each(['张三面馆', '老王商行', '惠民超市', '艾山·买买提餐厅', '精河县宏达汽车修理部', '阿布拉烤肉店', '宏达建材', '鑫源五金店', '友好路第一小学旁边的铺子', 'KFC', '精河镇惠民便利店（二店）'])('the sign %s', (name) => {
    expect(shown(name)).toBe(name);
  });
  test('the name of a firm, however short', () => {
    expect(shown('三元', FIRM)).toBe('三元');
    expect(shown('三元', FIRM, '有限责任公司')).toBe('三元');
    expect(shown('三元', 'reg:652722030000001')).toBe('三元');
  });
});

test('what a target is comes from its code, its type, its 注册号, and in doubt it is a person', () => {
  expect(shown('张三', FIRM, '个体工商户')).toBe('张＊');
  expect(shown('张三', SOLE, '有限责任公司')).toBe('张＊');
  expect(shown('张三', 'reg:652722600000001')).toBe('张＊');
  expect(shown('张三', 'reg:6527223000001')).toBe('张＊');
  expect(shown('张三', 'local:Z-1')).toBe('张＊');
  expect(shown('张三', 'local:Z-1', '企业')).toBe('张三');
});
