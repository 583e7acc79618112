/** Decode addresses that authors typed: a `%` that encodes nothing is an error to JavaScript, not here. */

/** A part of an address, such as an anchor, decoded whole; as it is if it cannot be decoded. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** An address whose delimiters (`/`, `?`, `#` …) stay encoded; as it is if it cannot be decoded. */
export function decodeAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
