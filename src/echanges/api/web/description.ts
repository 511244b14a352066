import { z } from "zod";
import { sejoursInput, sejoursOutput } from "../schemas.ts";
import { lieux } from "./lieux.ts";

const probleme = {
  "application/problem+json": {
    schema: {
      type: "object",
      required: ["title", "status", "detail", "code"],
      properties: {
        title: { type: "string" },
        status: { type: "integer" },
        detail: { type: "string", description: "Ce qui est refusé, et que faire" },
        code: { type: "string" },
        champs: { type: "object", additionalProperties: { type: "string" } },
      },
    },
  },
} as const;

const refus = (description: string) => ({ description, content: probleme });

const attendre = {
  ...refus("Trop de séjours nomment une personne introuvable : réessayez plus tard"),
  headers: { "Retry-After": { description: "En secondes", schema: { type: "integer" } } },
} as const;

const json = (schema: z.ZodType, io: "input" | "output") => ({
  "application/json": { schema: z.toJSONSchema(schema, { io, target: "draft-2020-12" }) },
});

/** OpenAPI 3.1, from the schemas that read the requests. `base`: address of the département. */
export function decrireApi(base: string): Readonly<Record<string, unknown>> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Jalon : séjours des opérateurs",
      version: "1",
      description:
        "Pour l’opérateur qui tient les entrées et les sorties dans son propre logiciel. Chaque séjour est pris, inchangé ou refusé avec ses raisons ; le renvoyer n’écrit rien deux fois.",
    },
    servers: [{ url: base }],
    paths: {
      [lieux.sejours]: {
        post: {
          summary: "Donner des séjours",
          security: [{ cle: [] }],
          requestBody: { required: true, content: json(sejoursInput, "input") },
          responses: {
            "200": {
              description: "Ce qu’est devenu chaque séjour",
              content: json(sejoursOutput, "output"),
            },
            "401": refus(
              "Clé inconnue, retirée ou arrivée à son terme, ou dont le créateur n’a plus ce droit",
            ),
            "422": refus("Le corps ne se lit pas : « champs » dit où"),
            "429": attendre,
          },
        },
      },
    },
    components: {
      securitySchemes: {
        cle: {
          type: "http",
          scheme: "bearer",
          description:
            "Clé de l’opérateur. Elle a un terme, écrit sur la page où elle se crée et s’y renouvelle.",
        },
      },
    },
  };
}
