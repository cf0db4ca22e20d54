/** One text of the interface in every language that readers may choose: ICU MessageFormat, plurals by Unicode's rules. */
import { z } from "zod";

/** Languages of the interface, the default first. */
export const INTERFACE_LANGUAGES = ["en", "uk", "ru", "ar"] as const;
export const InterfaceLanguage = z.enum(INTERFACE_LANGUAGES);
export type InterfaceLanguage = z.infer<typeof InterfaceLanguage>;

/** An entry under `catalog/interface/`. No language may be missing. */
export const InterfaceText = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    ...(Object.fromEntries(INTERFACE_LANGUAGES.map((language) => [language, z.string().min(1).max(2000)])) as Record<
      InterfaceLanguage,
      z.ZodString
    >),
  })
  .strict();
export type InterfaceText = z.infer<typeof InterfaceText>;
