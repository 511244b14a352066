import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "../errors/domain-error.ts";
import { readMultipart } from "./multipart.ts";
import type { FormValues, Request as PageRequest } from "./route.ts";
import { statusOf } from "./status.ts";

const MAX_FORM = 1_000_000;
const MAX_PARTS = 1000;

/** The form of one request, read once; its files live until the answer is ready. */
export class FormReader {
  readonly #request: Request;
  readonly #parent: string;
  readonly #files: number;
  #folder: string | null = null;
  #form: Promise<FormValues> | null = null;

  /** `files`: bytes of files this request may bring. */
  constructor(request: Request, uploadsFolder: string, files: number) {
    this.#request = request;
    this.#parent = uploadsFolder;
    this.#files = files;
  }

  read(): Promise<FormValues> {
    this.#form ??= this.#parse();
    return this.#form;
  }

  async json(): Promise<unknown> {
    const body = this.#request.body;
    const text = body ? await readText(body) : "";
    const parsed = parseJson(text);
    if (parsed) return parsed.value;
    throw new DomainError("saisie.invalide", "Le corps de la demande n’est pas du JSON.");
  }

  async dispose(): Promise<void> {
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  async #parse(): Promise<FormValues> {
    const type = this.#request.headers.get("content-type") ?? "";
    const body = this.#request.body;
    if (!body) return formValues([], []);
    if (type.startsWith("multipart/form-data")) {
      await mkdir(this.#parent, { recursive: true });
      this.#folder = await mkdtemp(join(this.#parent, "envoi-"));
      const limits = { fields: MAX_FORM, files: this.#files, parts: MAX_PARTS };
      const form = await readMultipart(body, type, this.#folder, limits);
      return formValues(form.fields, form.files);
    }
    return formValues([...new URLSearchParams(await readText(body))], []);
  }
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_FORM) {
      throw new DomainError(
        "saisie.trop-grande",
        "Le formulaire envoyé est trop volumineux. Réduisez le texte saisi et recommencez.",
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export function formValues(
  fields: readonly (readonly [string, string])[],
  files: readonly (readonly [string, File])[],
): FormValues {
  const all = (name: string) => fields.filter(([key]) => key === name).map(([, value]) => value);
  return {
    all,
    text: (name) => all(name).at(-1) ?? "",
    file: (name) => files.find(([key, { size }]) => key === name && size > 0)?.[1] ?? null,
    record: () => Object.fromEntries(fields),
  };
}

/** What a refused form shows again: what was typed, and the refusal of each field (`""` for the form as a whole). */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly status: number;
  /** The refusal itself, for a conflict that shows both versions. */
  readonly refusal: DomainError | null;
  /** Several values of one name, as typed. */
  all(name: string): readonly string[];
}

/** A form nobody has sent yet. */
export function freshForm(values: Readonly<Record<string, string>> = {}): FormState {
  return { values, problems: {}, status: 200, refusal: null, all: () => [] };
}

/**
 * The one way to take a form: `act` reads it, runs the act and answers (303 most often); a refusal
 * gives the form back by `again`, with 422 (or 409) and nothing lost.
 */
export async function submitForm(
  request: PageRequest,
  act: (form: FormValues) => Promise<Response>,
  again: (state: FormState) => Promise<Response>,
): Promise<Response> {
  const form = await request.form();
  try {
    return await act(form);
  } catch (error) {
    const status = statusOf(error);
    if (!(error instanceof DomainError) || ![409, 422, 429].includes(status)) throw error;
    return again({
      values: form.record(),
      problems: problemsOf(error),
      status,
      refusal: error,
      all: form.all,
    });
  }
}

function problemsOf({ code, message, details }: DomainError): Record<string, string> {
  const fields = details["champs"];
  if (code !== "saisie.invalide" || typeof fields !== "object" || fields === null) {
    return { "": message };
  }
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, String(text)]));
}
