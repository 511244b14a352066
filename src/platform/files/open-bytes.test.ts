import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zipOf } from "#platform/testing/zip-of.ts";
import { openBytes } from "./open-bytes.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "octets-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function read(path: string, limits = {}): Promise<{ kind: string; text: string }> {
  const { chunks, kind } = await openBytes(path, limits);
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return { kind, text: Buffer.concat(read).toString() };
}

const refusal = (code: string) => expect.objectContaining({ code });

test("un fichier se lit de même nu, compressé en gzip ou seul dans un zip, quelle que soit son extension", async () => {
  const content = Buffer.from("<Racine>é</Racine>");
  const text = content.toString();
  const zip = zipOf([
    { name: "dossier/", content: Buffer.alloc(0) },
    { name: "dossier/flux.xml", content },
    { name: "__MACOSX/._flux.xml", content: Buffer.from("x") },
  ]);
  expect(await read(await write("a.zip", content))).toEqual({ kind: "plain", text });
  expect(await read(await write("b.xml", gzipSync(content)))).toEqual({ kind: "gzip", text });
  expect(await read(await write("c.xml", zip))).toEqual({ kind: "zip", text });
});

test("un fichier absent ou un dossier est dit introuvable", async () => {
  await expect(openBytes(join(folder, "absent.xml"))).rejects.toThrow("« absent.xml »");
  await expect(openBytes(folder)).rejects.toEqual(refusal("fichier.introuvable"));
});

test("un zip à plusieurs fichiers, ou vide, est refusé avec les noms trouvés", async () => {
  const content = Buffer.from("x");
  const two = zipOf([
    { name: "a.xml", content },
    { name: "b.xml", content },
  ]);
  await expect(openBytes(await write("deux.zip", two))).rejects.toMatchObject({
    code: "fichier.archive-multiple",
    details: { fichiers: ["a.xml", "b.xml"] },
  });
  const none = await write("vide.zip", zipOf([]));
  await expect(openBytes(none)).rejects.toEqual(refusal("fichier.archive-multiple"));
});

test("une archive tronquée ou abîmée est refusée", async () => {
  const content = Buffer.from("contenu ".repeat(10_000));
  const gzip = gzipSync(content);
  const cut = await write("coupe.gz", gzip.subarray(0, gzip.length - 20));
  await expect(read(cut)).rejects.toEqual(refusal("fichier.archive-illisible"));
  const zip = zipOf([{ name: "a", content }]);
  const short = await write("coupe.zip", zip.subarray(0, zip.length - 30));
  await expect(read(short)).rejects.toEqual(refusal("fichier.archive-illisible"));
  const wrong = Buffer.from(zip).fill(0xff, 40, 60);
  await expect(read(await write("faux.zip", wrong))).rejects.toEqual(
    refusal("fichier.archive-illisible"),
  );
});

test("une archive qui se déploie démesurément est arrêtée en route, par son total ou par sa densité", async () => {
  const zeros = Buffer.alloc(3_000_000);
  const limits = { maxRatio: 100, ratioFrom: 1_000_000 };
  for (const [name, archive] of [
    ["bombe.gz", gzipSync(zeros)],
    ["bombe.zip", zipOf([{ name: "a", content: zeros }])],
  ] as const) {
    const path = await write(name, archive);
    await expect(read(path, limits)).rejects.toEqual(refusal("fichier.archive-demesuree"));
    await expect(read(path, { maxBytes: 2_000_000 })).rejects.toEqual(
      refusal("fichier.archive-demesuree"),
    );
    expect((await read(path)).text).toHaveLength(zeros.length);
  }
});

test("une lecture abandonnée referme le fichier", async () => {
  const path = await write("gros.gz", gzipSync(Buffer.alloc(5_000_000, "abc")));
  const { chunks } = await openBytes(path);
  for await (const chunk of chunks) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});
