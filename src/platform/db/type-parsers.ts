import pg from "pg";

type Parser = (text: string) => unknown;

const instantWithoutZone = (text: string) => new Date(`${text.replace(" ", "T")}Z`);
const instant = (text: string) => parseDefault(1184, text);
const same = (text: string) => text;

/** Given per client and never set globally: another library on `pg` keeps its own. */
const parsers = new Map<number, Parser>([
  [20, Number],
  [1700, Number],
  [1082, same],
  [1114, instantWithoutZone],
  [1184, instant],
  [1016, arrayOf(Number)],
  [1231, arrayOf(Number)],
  [1182, arrayOf(same)],
  [1115, arrayOf(instantWithoutZone)],
  [1185, arrayOf(instant)],
]);

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) => {
    const own = format === "binary" ? undefined : parsers.get(oid);
    return own ?? pg.types.getTypeParser(oid, format === "binary" ? "binary" : "text");
  },
};

function parseDefault(oid: number, text: string): unknown {
  return pg.types.getTypeParser(oid, "text")(text);
}

/** `text[]` (1009) splits the literal; the element parser then does its own work. */
function arrayOf(parse: Parser): Parser {
  const map = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(map);
    return typeof value === "string" ? parse(value) : value;
  };
  return (text) => map(parseDefault(1009, text));
}
