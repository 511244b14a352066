import type { Route } from "#platform/http/route.ts";
import { routesAgent } from "../commun/agent/http.ts";

/** Every page and every act of the product, each module giving its own. */
export const routes: readonly Route[] = [...routesAgent];
