import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { ApprovalRecord, Statement } from './record.ts'

/** Stands before what is signed, so that a signature of a record is never one of anything else (RFC 8032 has no context of its own here). */
const PURPOSE = 'congbo ho-so 1\n'

/** Ed25519 (RFC 8032), by what is public of it as SubjectPublicKeyInfo in base64. */
export type PublicKey = string

/** A private key, and what is public of it. The key itself cannot be printed. */
export type Signer = { readonly publicKey: PublicKey; readonly sign: (statement: Statement) => string }

/** A private key as PEM, or as PKCS #8 in base64; undefined where the text is none of Ed25519. */
export function signerOf(text: string): Signer | undefined {
  const key = privateKey(text.trim())
  if (key?.asymmetricKeyType !== 'ed25519') return undefined
  return {
    publicKey: publicText(createPublicKey(key)),
    sign: (statement) => sign(null, bytesOf(statement), key).toString('base64'),
  }
}

/** Line breaks that a form for secrets turned into `\n` are taken for what they were. */
function privateKey(text: string): KeyObject | undefined {
  try {
    return text.startsWith('-----BEGIN')
      ? createPrivateKey(text.replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
  } catch {
    return undefined
  }
}

const publicText = (key: KeyObject): PublicKey =>
  key.export({ type: 'spki', format: 'der' }).toString('base64')

/** Whether the signature of a record is that of a key on everything else that the record says. */
export function isSignedBy({ signature, ...statement }: ApprovalRecord, key: PublicKey): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    const value = Buffer.from(signature.value, 'base64')
    // Base64 has several texts for the same bytes; a signature has one.
    return value.toString('base64') === signature.value && verify(null, bytesOf(statement), publicKey, value)
  } catch {
    return false
  }
}

const bytesOf = (statement: Statement): Buffer => Buffer.from(PURPOSE + canonicalJson(statement), 'utf8')
