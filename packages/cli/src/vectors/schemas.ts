/** Pieces that several sections share. */
import { type AgencyCode, type Digest, type DrawId, type InspectorId, isAgencyCode, isDigest, isDrawId, isInspectorId, isTargetId, type TargetId } from '@shuangsuiji/core';
import { z } from 'zod';

export const targetIdSchema = z.custom<TargetId>(isTargetId);
export const agencyCodeSchema = z.custom<AgencyCode>(isAgencyCode);
export const inspectorIdSchema = z.custom<InspectorId>(isInspectorId);
export const drawIdSchema = z.custom<DrawId>(isDrawId);
export const digestSchema = z.custom<Digest>(isDigest);
export const countSchema = z.int().min(0);
export const indicesSchema = z.array(countSchema);
/** A target, its stratum, its weight. */
export const weightedRowSchema = z.tuple([targetIdSchema, z.string(), z.int()]);
export const quotaSchema = z.record(z.string(), countSchema);
