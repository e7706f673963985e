import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TokenVerifier, type VerifiedToken } from '#auth';
import { presentedToken, type GatewayRequest } from '../http/gateway-request.js';

/**
 * passport-jwt over the keys of `#auth`: the key is found by the token's `kid` among our own, one algorithm is allowed,
 * and every claim is checked again by the verifier, which also remembers the token.
 */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(private readonly verifier: TokenVerifier) {
    super({
      jwtFromRequest: (request: GatewayRequest) => presentedToken(request)?.token ?? null,
      secretOrKeyProvider: (_request: unknown, token: string, done: (error: Error | null, key?: string) => void) => {
        const key = verifier.keyFor(token)?.export({ type: 'spki', format: 'pem' }).toString();
        if (key === undefined) done(new Error('no such key'));
        else done(null, key);
      },
      algorithms: [TOKEN_ALGORITHM],
      audience: TOKEN_AUDIENCE,
      passReqToCallback: true,
    });
  }

  validate(request: GatewayRequest, payload: unknown): VerifiedToken {
    return this.verifier.admit(presentedToken(request)?.token ?? '', payload);
  }
}
