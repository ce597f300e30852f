/** Whether this site has a page at an address, or kept it for when there is no network. */
export async function pageThere(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
