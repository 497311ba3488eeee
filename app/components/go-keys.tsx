import { useNavigate } from "@remix-run/react";
import { useKeys } from "#app/components/use-keys.ts";

/** On every screen: two keys that lead to the inbox, and home. */
export function GoKeys() {
  const navigate = useNavigate();
  useKeys({ "g i": () => navigate("/inbox"), "g h": () => navigate("/") });
  return null;
}
