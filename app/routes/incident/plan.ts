import type { ActionFunctionArgs } from "@remix-run/node";
import { answerBulk, planBulk } from "./bulk.server.ts";

export const action = ({ request }: ActionFunctionArgs) => answerBulk(request, planBulk);
