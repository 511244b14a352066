// first-page.mjs ADDRESS PID: waits for the product that PID starts, then reads the pages a first visitor opens.
const [address, pid] = process.argv.slice(2);
const LIMIT_MS = 8 * 60 * 1000;
const DEPARTEMENTS = ["nord", "bas-rhin", "somme", "seine-saint-denis"];

const started = Date.now();
const home = await firstAnswer();
console.log(`Première page après ${((Date.now() - started) / 1000).toFixed(1)} s.`);
for (const slug of DEPARTEMENTS) {
  if (!home.includes(`href="/${slug}"`)) fail(`${slug} n’est pas sur la première page.`);
  const page = await (await answer(`/${slug}`)).text();
  if (!page.includes('name="motDePasse"')) fail(`/${slug} ne mène pas à la connexion.`);
}
console.log(`${DEPARTEMENTS.length} départements répondent.`);

async function firstAnswer() {
  while (Date.now() - started < LIMIT_MS) {
    if (!isAlive()) fail("Le serveur s’est arrêté avant sa première page.");
    try {
      return await (await answer("/")).text();
    } catch (error) {
      if (error.cause?.code !== "ECONNREFUSED") throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return fail("Pas de première page en huit minutes.");
}

async function answer(path) {
  const response = await fetch(address + path);
  if (response.status !== 200) fail(`${path} répond ${response.status}.`);
  return response;
}

function isAlive() {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
