import { z } from "zod";
import { sejoursInput, sejoursOutput } from "../schemas.ts";
import { lieux } from "./lieux.ts";

const refus = {
  description: "Refus, dit en français",
  content: {
    "application/json": {
      schema: {
        type: "object",
        required: ["code", "message"],
        properties: {
          code: { type: "string" },
          message: { type: "string" },
          champs: { type: "object", additionalProperties: { type: "string" } },
        },
      },
    },
  },
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
            "401": refus,
            "422": refus,
          },
        },
      },
    },
    components: { securitySchemes: { cle: { type: "http", scheme: "bearer" } } },
  };
}
