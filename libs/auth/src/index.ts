export {
  ACCESS_TOKEN_SECONDS,
  csrfHash,
  IDENTITY_ISSUER,
  isServiceToken,
  TOKEN_ALGORITHM,
  TOKEN_AUDIENCE,
  TOKEN_TYPE,
  type VerifiedToken,
} from './claims.js';
export {
  grantedBy,
  isRole,
  mustChangePassword,
  mustEnrolOtp,
  OTP_ENROLMENT_ROLE,
  PASSWORD_CHANGE_ROLE,
  PERMISSIONS,
  permissionsOf,
  permits,
  ROLE_PERMISSIONS,
  roleKind,
  ROLES,
  rolesConflict,
  type Permission,
  type Role,
  type RoleKind,
} from './permissions.js';
export { RevocationList, type Revocation } from './revocation-list.js';
export { assertInScope, isInScope, normaliseScopes } from './scope.js';
export { ServiceTokenIssuer, TokenIssuer, type IssuedToken, type TokenSubject } from './token-issuer.js';
export { TokenVerifier } from './token-verifier.js';
