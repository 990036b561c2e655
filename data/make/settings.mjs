/** What stands in the county's ssj.json. Every rule names where it comes from. */
export const SETTINGS = {
  format: 'ssj-settings/1',
  authority: { code: '652722', name: '精河县' },
  year: 2026,
  offset: '+08:00',
  rules: {
    inspectorsPerVisit: { value: 2, source: '《中华人民共和国行政处罚法》第四十二条：执法人员不得少于两人' },
    capacityPerBatch: { value: 6, source: '本县规定' },
    revealWithinDays: { value: 30, source: '本县规定' },
    forecastLimit: { value: 100, source: '本县规定（万分比，100 即 1%）' },
  },
  defaults: { status: '存续（在营）' },
  activeStatuses: ['存续（在营）', '存续', '在营', '在业', '开业', '正常'],
};
