type Packages = { packages?: Record<string, object> };

export function isInstalled(given: {
  manifest: object | null;
  lock: Packages | null;
  installed: Packages | null;
}): boolean;
