import { wireTests } from "#platform/testing/base.ts";
import { journal } from "../journal.ts";
import { migrations } from "../migrations.ts";
import { reactions } from "../reactions.ts";

wireTests({ migrations, journal, reactions });
