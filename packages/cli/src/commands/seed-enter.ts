/** `ssj seed enter`: dice and typed lines are written down before lines of a higher rank become known (draw-spec D2.9). */
import { enteredEvent, linesBelow, parseSeedSource, publicLine, type PublicLine, publicLineText, rankOf, readRegistry, type SeedSource, seedSourceText, seedSteps, type SeedTerms, splitLine, topRank } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { askValues } from '../county/ask-values.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, openCounty, type Outcomes } from '../county/county.js';
import { listOption } from '../county/options.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { openSeed, seedChange, type SeedOpened } from '../county/seed-change.js';
import { type Testimony, testimonyOf } from '../county/witnesses.js';

export const seedEnter: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const opened = openSeed(context, county.value, word);
  if (!opened.ok) return refused(opened.error);
  const lines = await linesOf(context, options, county.value, opened.value);
  if (!lines.ok) return refused(lines.error);
  const { drawId, round } = opened.value.terms;
  const changed = await changeCounty<readonly string[]>({
    context,
    command: `seed enter ${word}`,
    build: async (locked) => {
      const again = openSeed(context, locked, word);
      const events = lines.value.map((line) => enteredEvent({ drawId, round, line }));
      return again.ok ? seedChange({ context, county: locked, opened: again.value, events, value: lines.value.map(publicLineText) }) : again;
    },
  });
  if (!changed.ok) return refused(changed.error);
  const mark = context.options.rehearsal ? '【演练】' : '';
  return done({ lines: toldAs(context.options, changed.value.value.map((line) => `${mark}已记入台账：${line}`)), data: { drawId, lines: changed.value.value }, problems: changed.value.notices });
};

/** Lowest rank first, as they become known. */
const linesOf = async (context: Context, options: OptionValues, county: County, { texts, terms }: SeedOpened): Promise<Outcomes<readonly PublicLine[]>> => {
  const registry = readRegistry(texts, context.host.hash);
  if (!registry.ok) return registry;
  const testimony = testimonyOf(context, options, registry.value.agencies);
  if (!testimony.ok) return testimony;
  const given = listOption(options, 'seed');
  const told = given.length > 0 ? { ok: true as const, value: given } : await askLines(context, county, terms);
  if (!told.ok) return told;
  const lines = told.value.map((text) => lineOf(text, testimony.value, terms));
  const problems = lines.flatMap((line) => (line.ok ? [] : line.error));
  if (problems.length > 0) return failed(...problems);
  return { ok: true, value: lines.flatMap((line) => (line.ok ? [line.value] : [])).toSorted((a, b) => rankOf(a.source) - rankOf(b.source)) };
};

/** `来源=值`, the value as it is. */
const lineOf = (text: string, { witnesses, sheet }: Testimony, terms: SeedTerms): Outcomes<PublicLine> => {
  const { left, value } = splitLine(text);
  if (left === '') return failed({ code: 'seed-line-bad', severity: 'error', fields: { raw: text } });
  const source = parseSeedSource(left);
  if (!source.ok) return failed(source.error);
  // A line of another kind has its own refusal, whatever its value.
  if (!mayBeEntered(source.value, terms)) return failed({ code: 'seed-line-not-sealed', severity: 'error', fields: { line: left, lines: enterable(terms).map(seedSourceText) } });
  return publicLine({ source: source.value, value, ...(source.value.kind === 'dice' ? { witnesses, sheet } : { witnesses: [] }) });
};

const enterable = ({ sources }: SeedTerms): readonly SeedSource[] => linesBelow(sources, topRank(sources)).filter(({ kind }) => kind !== 'joint');
const mayBeEntered = (source: SeedSource, terms: SeedTerms): boolean => enterable(terms).some((one) => seedSourceText(one) === seedSourceText(source));

/** In a terminal every line of the lowest rank that is still missing. */
const askLines = async (context: Context, { workspace }: County, terms: SeedTerms): Promise<Outcomes<readonly string[]>> => {
  const { entered } = seedSteps(workspace.ledger.entries, terms);
  const there = new Set(entered.map(({ line }) => splitLine(line).left));
  const missing = enterable(terms).filter((source) => !there.has(seedSourceText(source)));
  if (missing.length === 0) return failed({ code: 'nothing-to-enter', severity: 'error', fields: { drawId: terms.drawId } });
  const { host, options } = context;
  if (!host.isTerminal.stdin || !host.isTerminal.stderr || options.json) return failed({ code: 'seed-value-missing', severity: 'error', fields: { sources: missing.map(seedSourceText) } });
  const lowest = Math.min(...missing.map(rankOf));
  const asked = missing.filter((source) => rankOf(source) === lowest);
  const values = await askValues({ context, sources: asked, question: '记入台账后不能更改。', word: '记入', command: 'seed enter' });
  return values.ok ? { ok: true, value: asked.map((source, index) => `${seedSourceText(source)}=${values.value[index] ?? ''}`) } : values;
};
