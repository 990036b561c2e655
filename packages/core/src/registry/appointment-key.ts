/** The key appointments are sorted by, part by part. */
import type { Appointment } from './schemas.js';

/** Agency, qualification, inspector, with a byte between that stands before all others and in none of them. */
export const appointmentKey = ({ agency, qualification, inspector }: Pick<Appointment, 'agency' | 'qualification' | 'inspector'>): string => `${agency}\0${qualification}\0${inspector}`;
