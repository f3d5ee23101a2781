/** A package that the user has installed beside preflag; `undefined` where it is not there. Other failures are the caller's. */
export async function installed<T>(name: string): Promise<T | undefined> {
  try {
    return (await import(/* @vite-ignore */ name)) as T;
  } catch (error) {
    if (isNotInstalled(error, name)) return undefined;
    throw error;
  }
}

function isNotInstalled(error: unknown, name: string): boolean {
  return error instanceof Error && error.message.includes(name) && /cannot find (?:package|module)/i.test(error.message);
}
