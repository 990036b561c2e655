/** A form as rows of boxes over twelve columns, with heights that fill the page. */
import type { FormBand, FormContent } from './form-content.js';
import { lineCount } from './text-width.js';

/** Columns of the raster, and the width of each in characters of half an em. */
export const RASTER = 12;
export const RASTER_WIDTH = 6.1;
const LABEL_SHARE = 2;
const LINE = 15;
const LEAST_HEIGHT = 27;
/** A border and the air beside a text, in characters of half an em. */
const PADDING = 1.5;

/** Of a picture in a form, in points: its modules can be read off paper, and it is narrower than its box in every program. */
export const PICTURE_SIDE = 92;
const PICTURE_SHARE = 3;
const PICTURE_AIR = 8;

/** A box over so many columns of the raster. */
export interface FormBox {
  readonly text: string;
  readonly share: number;
  readonly look: 'title' | 'margin-left' | 'margin-right' | 'label' | 'value' | 'area' | 'signature' | 'remark';
  /** A square PNG in its middle, {@link PICTURE_SIDE} high. */
  readonly picture?: Uint8Array;
}

/** A row of boxes; `stretch` says how much of the page's free height it takes. */
export interface FormRow {
  readonly boxes: readonly FormBox[];
  readonly height: number;
  readonly stretch: number;
}

const heightOf = (boxes: readonly FormBox[]): number =>
  Math.max(LEAST_HEIGHT, ...boxes.map(({ text, share }) => lineCount(text, share * RASTER_WIDTH - PADDING) * LINE + 8));

const rowOf = (boxes: readonly FormBox[]): FormRow => ({ boxes, height: heightOf(boxes), stretch: 0 });

const fieldsRow = (fields: readonly { readonly label: string; readonly value: string }[]): FormRow => {
  const share = RASTER / fields.length;
  if (!Number.isInteger(share) || share <= LABEL_SHARE) throw new RangeError(`fields: ${String(fields.length)} pairs do not fit a row of a form`);
  return rowOf(
    fields.flatMap(({ label, value }) => [
      { text: label, share: LABEL_SHARE, look: 'label' as const },
      { text: value, share: share - LABEL_SHARE, look: 'value' as const },
    ]),
  );
};

const areaRows = ({ label, text = '', signature, lines }: Extract<FormBand, { kind: 'area' }>): readonly FormRow[] => {
  const share = RASTER - LABEL_SHARE;
  const area = { text, share, look: 'area' } as const;
  const needed = Math.max(lines * LINE, heightOf([area]));
  const label1 = { text: label, share: LABEL_SHARE, look: 'label' } as const;
  const first: FormRow = { boxes: [label1, area], height: needed, stretch: lines };
  if (signature === undefined) return [first];
  // The label goes on beside the signature: an empty text means the box above reaches down.
  return [first, { boxes: [{ ...label1, text: '' }, { text: signature, share, look: 'signature' }], height: LEAST_HEIGHT, stretch: 0 }];
};

const pictureRow = ({ label, value, picture }: Extract<FormBand, { kind: 'picture' }>): FormRow => {
  const row = rowOf([
    { text: label, share: LABEL_SHARE, look: 'label' },
    { text: value, share: RASTER - LABEL_SHARE - PICTURE_SHARE, look: 'value' },
    { text: '', share: PICTURE_SHARE, look: 'value', picture },
  ]);
  return { ...row, height: Math.max(row.height, PICTURE_SIDE + PICTURE_AIR) };
};

const gridRows = ({ columns, rows }: Extract<FormBand, { kind: 'grid' }>): readonly FormRow[] => {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  if (total !== RASTER) throw new RangeError(`grid: shares add up to ${String(total)}, not ${String(RASTER)}`);
  return [
    rowOf(columns.map(({ header, share }) => ({ text: header, share, look: 'label' }))),
    ...rows.map((cells) => rowOf(columns.map(({ share }, at) => ({ text: cells[at] ?? '', share, look: share === 1 ? 'label' : 'value' })))),
  ];
};

const bandRows = (band: FormBand): readonly FormRow[] => {
  switch (band.kind) {
    case 'fields': return [fieldsRow(band.fields)];
    case 'area': return areaRows(band);
    case 'grid': return gridRows(band);
    case 'picture': return [pictureRow(band)];
  }
};

/**
 * Rows of one form.
 *
 * @param height - of a page, in points; areas stretch to fill it, a form that is longer stays as it is
 * @throws RangeError where a band does not fit the raster
 */
export const formRows = ({ title, left, right, bands, remarks = [] }: FormContent, height: number): readonly FormRow[] => {
  const half = RASTER / 2;
  const margin: readonly FormRow[] = left === undefined && right === undefined ? [] : [
    { boxes: [{ text: left ?? '', share: half, look: 'margin-left' }, { text: right ?? '', share: half, look: 'margin-right' }], height: 20, stretch: 0 },
  ];
  const rows: readonly FormRow[] = [
    { boxes: [{ text: title, share: RASTER, look: 'title' }], height: 42, stretch: 0 },
    ...margin,
    ...bands.flatMap(bandRows),
    ...remarks.map((text) => rowOf([{ text, share: RASTER, look: 'remark' }])),
  ];
  const free = height - rows.reduce((sum, row) => sum + row.height, 0);
  const stretch = rows.reduce((sum, row) => sum + row.stretch, 0);
  return free <= 0 || stretch === 0 ? rows : rows.map((row) => ({ ...row, height: row.height + (free * row.stretch) / stretch }));
};
