import { wireTests } from "#platform/testing/base.ts";
import { journal } from "../journal.ts";
import { migrations } from "../migrations.ts";

wireTests({ migrations, journal });
