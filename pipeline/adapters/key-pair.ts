import { generateKeyPairSync } from 'node:crypto'

/** A new key pair of Ed25519: the private key as PEM (PKCS #8). */
export const newPrivateKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
