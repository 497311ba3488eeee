export function freePort(row?: number): Promise<number>;
export function isFree(port: number): Promise<boolean>;
