/** An access token that an app was given. Times are ISO 8601 UTC. */
export type Token = {
  value: string;
  kind: "offline" | "online";
  scopes: string[];
  expiresAt: string;
  userId: string | null;
  /** Offline only. */
  refreshToken: string | null;
  refreshExpiresAt: string | null;
  /** Set when a newer token came of the refresh token: it may be used again until that one is first used. */
  replacedBy: string | null;
  used: boolean;
};
