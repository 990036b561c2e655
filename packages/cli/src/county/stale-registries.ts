/** Were the workbooks changed after they were imported? Somebody may believe that a change counts which does not. */
import { makeSnapshot, type ParsedSnapshot } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { examine } from '../registries/examine.js';
import { REGISTRY_FILES } from '../registries/tables.js';
import type { County } from './county.js';

const PARTS = [['agencies.jsonl', 'agency'], ['targets.jsonl', 'target'], ['inspectors.jsonl', 'inspector'], ['names.jsonl', 'inspector'], ['items.jsonl', 'item'], ['recusals.jsonl', 'recusal'], ['appointments.jsonl', 'appointment'], ['teams.jsonl', 'team']] as const;

/** A warning that names the workbooks whose content is not that of the snapshot in force. */
export const staleRegistries = async (context: Context, county: County, registries: ParsedSnapshot): Promise<readonly AnyProblem[]> => {
  const { imported } = await examine({ context, ...county, instead: {}, withPlan: false });
  const { files } = makeSnapshot({ ...imported, hash: context.host.hash });
  const current: unknown = JSON.parse(files['snapshot.json']);
  const digests = isManifest(current) ? current.files : {};
  const changed = PARTS.filter(([part]) => digests[part] !== registries.manifest.files[part]).map(([, registry]) => REGISTRY_FILES[registry]);
  return changed.length === 0 ? [] : [{ code: 'registry-changed-since-import', severity: 'warning', fields: { files: [...new Set(changed)] } }];
};

const isManifest = (value: unknown): value is { readonly files: Readonly<Record<string, string>> } => typeof value === 'object' && value !== null && 'files' in value;
