import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agencyCode, agencyOf, canonicalId, codeOf, type IdKind, inspectorId, isAgencyCode, isInspectorId, isTargetId, passesCheckCharacter } from './canonical-id.js';

// Read here and not imported: one vector is a lone surrogate, which module loaders refuse.
const vectors = JSON.parse(readFileSync(new URL('../../../../test/vectors/ssj-1.json', import.meta.url), 'utf8')) as { readonly canonicalId: readonly (readonly [IdKind, string, string | null, boolean?])[] };

describe('D1 identifiers', () => {
  it.each(vectors.canonicalId.map(([kind, raw, id, checkRight]) => ({ kind, raw, id, checkRight })))('spells $kind $raw as the vector says', ({ kind, raw, id, checkRight }) => {
    const found = canonicalId(kind, raw);
    expect(found ?? null).toBe(id);
    if (found === undefined) return;
    expect(isTargetId(found)).toBe(true);
    expect(canonicalId(kind, codeOf(found))).toBe(found);
    if (checkRight !== undefined) expect(passesCheckCharacter(found)).toBe(checkRight);
  });
  it('rejects a target id of another kind, of lower case and with a line feed', () => {
    for (const id of ['tax:1', 'local:a', 'local:A\n', 'uscc:1', 'reg:12', 5, undefined]) expect(isTargetId(id)).toBe(false);
  });
  it('cleans an agency code and rejects a slash, which would end it', () => {
    expect(agencyCode(' ｓcjg ')).toBe('SCJG');
    expect(agencyCode('A/B')).toBeUndefined();
    expect(isAgencyCode('scjg')).toBe(false);
  });
  it('gives an inspector the id of the agency and the number, slashes included', () => {
    const id = inspectorId(agencyCode('SCJG')!, 'a/10');
    expect(id).toBe('SCJG/A/10');
    expect(isInspectorId(id)).toBe(true);
    expect(agencyOf(id!)).toBe('SCJG');
    expect(inspectorId(agencyCode('SCJG')!, '王一')).toBeUndefined();
    expect(isInspectorId('SCJG/')).toBe(false);
    expect(isInspectorId('/1')).toBe(false);
  });
});
