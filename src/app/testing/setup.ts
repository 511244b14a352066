import { wireTests } from "#platform/testing/base.ts";
import { migrations } from "../migrations.ts";

wireTests({ migrations, journal: () => Promise.resolve() });
