/** What is told to those who asked for it, as soon as it happens. */
import { z } from "zod";

export const AlertKind = z.enum(["lapse", "status", "silent-edit", "denial", "page"]);
export type AlertKind = z.infer<typeof AlertKind>;

/** `id` is the same each time the same thing is told, so that who receives it twice can see that. */
export const Alert = z.object({
  id: z.string(),
  kind: AlertKind,
  dossier: z.string(),
  /** When it happened: a day or an instant. */
  on: z.string(),
  title: z.string(),
  /** One sentence, with the exact words where there are any. */
  text: z.string(),
  commitment: z.string().nullable(),
  /** The event that it comes from; null for what the calendar brings. */
  seq: z.int().nullable(),
});
export type Alert = z.infer<typeof Alert>;

export const Channel = z.enum(["webhook", "email"]);
export type Channel = z.infer<typeof Channel>;
