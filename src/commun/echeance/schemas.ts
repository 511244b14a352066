import { z } from "zod";

export const porteursInput = z.object({
  porteurs: z.array(z.enum(["gestionnaire", "responsable", "referent"])),
});
