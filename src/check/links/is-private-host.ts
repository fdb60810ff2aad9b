const privateNames = /(?:^|\.)(?:localhost|local|internal|intranet|corp|lan|home\.arpa)$/;
const privateNumbers = [
  /^(?:0|10|127)\.\d+\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^\[(?:::1|f[cd][\da-f]{2}:.*|fe80:.*)\]$/,
];

/** Whether a host, in lower case, exists only in somebody’s own network or on their computer. */
export function isPrivateHost(host: string): boolean {
  return privateNames.test(host) || privateNumbers.some((pattern) => pattern.test(host));
}
