import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as delai } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DomainError } from "../errors/domain-error.ts";
import { acceptedEncoding, compressed } from "./compress.ts";
import { cookiesFor } from "./cookies.ts";
import { FormReader, formValues } from "./form.ts";
import { Metrics } from "./metrics.ts";
import { readMultipart } from "./multipart.ts";
import { idParam } from "./params.ts";
import { refuseOtherSites, safeReturn } from "./security.ts";
import { StaticFiles } from "./static.ts";
import { statusOf } from "./status.ts";

async function avecDossier(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jalon-http-"));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function envoi(body: Uint8Array, boundary: string, size: number): Request {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += size) chunks.push(body.slice(at, at + size));
  const stream = Readable.toWeb(Readable.from(chunks)) as ReadableStream;
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return new Request("http://x/", {
    method: "POST",
    body: stream,
    headers,
    duplex: "half",
  } as RequestInit);
}

/** Bytes of files. */
const PLACE = 1_000_000;

const nomDeChamp = fc.stringMatching(/^[a-z]{1,8}$/);

test("un envoi de fichiers se lit pareil, quelle que soit la façon dont il arrive découpé", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(nomDeChamp, fc.string({ unit: "grapheme" })), { maxLength: 4 }),
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 80 }),
      async (fields, content, size) => {
        const form = new FormData();
        for (const [name, value] of fields) form.append(name, value);
        form.append(
          "fichier",
          new File([content as Uint8Array<ArrayBuffer>], "a.xml", { type: "text/xml" }),
        );
        const whole = new Response(form);
        const boundary = /boundary=(.*)/.exec(whole.headers.get("content-type") ?? "")?.[1] ?? "";
        const body = new Uint8Array(await whole.arrayBuffer());
        const expected = await new Response(body, { headers: whole.headers }).formData();
        await avecDossier(async (folder) => {
          const reader = new FormReader(envoi(body, boundary, size), folder, PLACE);
          const read = await reader.read();
          for (const [name] of fields) expect(read.all(name)).toEqual(expected.getAll(name));
          const file = read.file("fichier");
          if (content.length === 0) expect(file).toBeNull();
          else expect(new Uint8Array(await (file as File).arrayBuffer())).toEqual(content);
          await reader.dispose();
          expect(await readdir(folder)).toEqual([]);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("un contenu qui ressemble à la limite des parties reste du contenu", async () => {
  await avecDossier(async (folder) => {
    const content = "a\r\n--limit\r\n--limi_\r\n\r\n--";
    const body = Buffer.from(
      `--limite\r\nContent-Disposition: form-data; name="f"; filename="C:\\\\x\\\\vrsb.xml"\r\n\r\n${content}\r\n--limite--\r\n`,
    );
    const read = await new FormReader(envoi(body, "limite", 7), folder, PLACE).read();
    expect(await read.file("f")?.text()).toBe(content);
    expect(read.file("f")?.name).toBe("vrsb.xml");
  });
});

test("un envoi interrompu est refusé et ne laisse rien sur le disque", async () => {
  await avecDossier(async (folder) => {
    const body = Buffer.from(
      '--l\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\ndebut',
    );
    const reader = new FormReader(envoi(body, "l", 10), folder, PLACE);
    await expect(reader.read()).rejects.toMatchObject({ code: "saisie.invalide" });
    await reader.dispose();
    expect(await readdir(folder)).toEqual([]);
  });
});

test("un formulaire de plus d’un mégaoctet est refusé, en texte comme en parties", async () => {
  await avecDossier(async (folder) => {
    const long = "x".repeat(1_100_000);
    const texte = new Request("http://x/", { method: "POST", body: new URLSearchParams({ long }) });
    await expect(new FormReader(texte, folder, PLACE).read()).rejects.toMatchObject({
      code: "saisie.trop-grande",
    });
    const form = new FormData();
    form.append("long", long);
    const parties = new Request("http://x/", { method: "POST", body: form });
    await expect(new FormReader(parties, folder, PLACE).read()).rejects.toMatchObject({
      code: "saisie.trop-grande",
    });
  });
});

test.each([
  [0, "saisie.invalide", /n’attend aucun fichier/],
  [20_000, "saisie.trop-grande", /ne doit pas dépasser/],
])(
  "un fichier au-delà de %s octets est refusé avant d’être reçu en entier, et ne reste pas sur le disque",
  async (place, code, message) => {
    await avecDossier(async (folder) => {
      let envoyes = 0;
      async function* sansFin(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('--l\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n');
        for (; envoyes < 100; envoyes += 1) yield new Uint8Array(10_000);
      }
      const limits = { fields: 1000, files: place, parts: 10 };
      const lecture = readMultipart(sansFin(), "multipart/form-data; boundary=l", folder, limits);
      await expect(lecture).rejects.toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
      expect(envoyes).toBeLessThan(5);
    });
  },
);

test("un disque qui refuse un fichier fait échouer son envoi, et lui seul", async () => {
  await avecDossier(async (folder) => {
    async function* lent(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('--l\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc');
      // Long enough for the refusal to come between two chunks, when nobody waits for it.
      await delai(100);
      yield Buffer.from("suite\r\n--l--\r\n");
    }
    const limits = { fields: 1000, files: 1000, parts: 10 };
    await expect(
      readMultipart(lent(), "multipart/form-data; boundary=l", join(folder, "absent"), limits),
    ).rejects.toMatchObject({ code: "ENOENT" });
  });
});

test("d’un nom répété, la dernière valeur compte ; toutes restent lisibles", () => {
  const form = formValues(
    [
      ["a", "1"],
      ["a", "2"],
      ["b", ""],
    ],
    [],
  );
  expect([form.text("a"), form.text("absent"), form.all("a")]).toEqual(["2", "", ["1", "2"]]);
  expect(form.record()).toEqual({ a: "2", b: "" });
});

test.each([
  ["/somme/personnes?q=a", "/somme/personnes?q=a"],
  ["/somme", "/somme"],
  [null, "/somme"],
  ["https://ailleurs.example", "/somme"],
  ["//ailleurs.example", "/somme"],
  ["/somme//ailleurs.example", "/somme"],
  ["/somme\\ailleurs", "/somme"],
  ["/sommet/x", "/somme"],
  ["/nord/personnes", "/somme"],
  ["/somme/connexion", "/somme"],
  ["/somme/\r\nset-cookie: a", "/somme"],
])("retour vers %s après la connexion : %s", (voulu, obtenu) => {
  expect(safeReturn("somme", voulu)).toBe(obtenu);
});

test("le retour reste toujours dans le département", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((s) => `/somme${s}`),
      ),
      (voulu) => {
        const url = new URL(safeReturn("somme", voulu), "http://jalon.local");
        expect(url.origin).toBe("http://jalon.local");
      },
    ),
  );
});

test.each([
  ["POST", { origin: "http://x" }, true],
  ["POST", { "sec-fetch-site": "same-origin" }, true],
  ["GET", {}, true],
  ["POST", {}, false],
  ["POST", { origin: "null" }, false],
  ["POST", { origin: "http://y" }, false],
  ["POST", { "sec-fetch-site": "cross-site", origin: "http://x" }, false],
  ["POST", { "sec-fetch-site": "none" }, false],
  ["DELETE", { origin: "http://y" }, false],
] as const)("une requête %s avec %j : acceptée %s", (method, headers, accepted) => {
  const check = () => refuseOtherSites(new Request("http://x/", { method, headers }), "http://x");
  if (accepted) expect(check).not.toThrow();
  else expect(check).toThrowError(expect.objectContaining({ code: "requete.autre-site" }));
});

test("le cookie ne sort que par HTTPS quand l’adresse publique l’est", () => {
  expect(cookiesFor("somme", true).session.write("j")).toBe(
    "__Secure-jalon_somme=j; Path=/somme; HttpOnly; SameSite=Lax; Secure",
  );
  const { session } = cookiesFor("somme", false);
  expect(session.read(new Headers({ cookie: "a=1; jalon_somme=j; jalon_nord=k" }))).toBe("j");
  expect(session.read(new Headers({ cookie: "xjalon_somme=j" }))).toBeNull();
});

test.each([
  ["habilitation.refusee", 403],
  ["personne.introuvable", 404],
  ["agent.conflit", 409],
  ["saisie.invalide", 422],
  ["agent.dernier-administrateur", 422],
  ["departement.inconnu", 404],
])("le refus %s répond %i", (code, status) => {
  expect(statusOf(new DomainError(code, ""))).toBe(status);
});

test("une erreur que personne n’a décidée répond 500", () => {
  expect(statusOf(new Error("x"))).toBe(500);
});

test("un identifiant d’adresse est un nombre, sinon la page n’existe pas", () => {
  expect(idParam({ params: { id: "12" } })).toBe(12);
  for (const id of ["", "0", "-1", "1e3", "12a", "9".repeat(30)]) {
    expect(() => idParam({ params: { id } })).toThrowError(
      expect.objectContaining({ code: "page.introuvable" }),
    );
  }
});

test("une page est compressée comme le navigateur le demande, et se relit", async () => {
  const texte = "Bonjour ! ".repeat(500);
  const page = () =>
    new Response(texte, {
      headers: { "content-type": "text/html", "content-length": String(texte.length) },
    });
  const br = await compressed(page(), "gzip, deflate, br");
  expect(br.headers.get("content-encoding")).toBe("br");
  expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(texte);
  const gz = await compressed(page(), "gzip");
  expect(gunzipSync(Buffer.from(await gz.arrayBuffer())).toString()).toBe(texte);
  expect((await compressed(page(), null)).headers.get("content-encoding")).toBeNull();
  expect(acceptedEncoding("br;q=0, gzip")).toBe("gzip");
});

test("un long envoi est compressé au fil de l’eau", async () => {
  const stream = Readable.toWeb(
    Readable.from([Buffer.from("ligne;1\n"), Buffer.from("ligne;2\n")]),
  );
  const flux = await compressed(
    new Response(stream as ReadableStream, { headers: { "content-type": "text/csv" } }),
    "br, gzip",
  );
  expect(flux.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(Buffer.from(await flux.arrayBuffer())).toString()).toBe("ligne;1\nligne;2\n");
});

test("un fichier construit se garde un an, et seul son nom exact répond", async () => {
  await avecDossier(async (folder) => {
    await writeFile(join(folder, "app-3F9A2C1B.css"), "a{}".repeat(100));
    await writeFile(join(folder, "secret.txt"), "x");
    const files = await StaticFiles.read(folder);
    const reponse = await files.answer(
      "app-3F9A2C1B.css",
      new Headers({ "accept-encoding": "br" }),
    );
    expect(reponse?.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(reponse?.headers.get("content-encoding")).toBe("br");
    const etag = reponse?.headers.get("etag") ?? "";
    expect(
      (await files.answer("app-3F9A2C1B.css", new Headers({ "if-none-match": etag })))?.status,
    ).toBe(304);
    expect((await files.answer("secret.txt", new Headers()))?.headers.get("cache-control")).toBe(
      "no-cache",
    );
    expect(await files.answer("../secret.txt", new Headers())).toBeNull();
  });
});

test("les mesures comptent par route, jamais par adresse", () => {
  const metrics = new Metrics();
  metrics.observe("GET", "/personnes/:id", 200, 12);
  metrics.observe("GET", "/personnes/:id", 200, 300);
  const texte = metrics.text();
  metrics.close();
  expect(texte).toContain(
    'jalon_http_duree_secondes_count{methode="GET",route="/personnes/:id",statut="200"} 2',
  );
  expect(texte).toContain('le="0.025"} 1');
  expect(texte).toContain('le="+Inf"} 2');
});
