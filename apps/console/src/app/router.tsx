import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { createBrowserRouter, redirect, useParams, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import { FAMILIES } from '../families.js';
import type { PageFamily, PageRoute } from '../page-family.js';
import { afterSignIn, dueAddress } from '../session/due.js';
import { session } from '../session/session.js';
import { useMay } from '../session/use-session.js';
import { currentLanguage, languageOf } from '../texts/language.js';
import { changeLanguage, loadTexts } from '../texts/texts.js';
import { ErrorPage } from './error-page.js';
import { ForbiddenPage } from './forbidden-page.js';
import { HomePage } from './home-page.js';
import { NotFoundPage } from './not-found-page.js';
import { Shell } from './shell.js';

const SIGN_IN = '/sign-in';

/** All addresses: those without a frame, then those inside the shell, which need a session. */
export function createConsoleRouter(queries: QueryClient): ReturnType<typeof createBrowserRouter> {
  const router = createBrowserRouter([
    {
      ErrorBoundary: ErrorPage,
      HydrateFallback: () => null,
      children: [
        ...routesOf('bare'),
        {
          Component: Shell,
          loader: requireSession,
          // Whether somebody is signed in changes without a navigation too; see below.
          shouldRevalidate: () => false,
          children: [
            {
              ErrorBoundary: ErrorPage,
              children: [
                { index: true, Component: HomePage },
                ...routesOf('shell'),
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ]);
  session.listen(() => {
    const { status, user } = session.state;
    if (user !== undefined) void changeLanguage(languageOf(user.id) ?? currentLanguage());
    if (status !== 'signed-out') return;
    queries.clear();
    const { pathname, search } = router.state.location;
    if (pathname !== SIGN_IN) void router.navigate(afterSignIn(undefined, pathname + search));
  });
  return router;
}

function routesOf(frame: NonNullable<PageRoute['frame']>): RouteObject[] {
  return FAMILIES.flatMap((family) =>
    family.routes.filter((route) => (route.frame ?? 'shell') === frame).map((route) => routeOf(family, route)),
  );
}

/** The code of a page and its texts come together; the page before stays until both are there. */
function routeOf(family: PageFamily, { path, permission, page }: PageRoute): RouteObject {
  return {
    path,
    lazy: async () => {
      const [module] = await Promise.all([page(), loadTexts(family.id)]);
      return { Component: guarded(module.default, permission) };
    },
  };
}

/** Asked when it is shown: the next user of this tab may have other rights. */
function guarded(Guarded: ComponentType, permission: PageRoute['permission']): ComponentType {
  return function Guard() {
    // The page of another person is another page: nothing shown or typed on the one before goes over to it.
    const key = JSON.stringify(useParams());
    return useMay()(permission) ? <Guarded key={key} /> : <ForbiddenPage />;
  };
}

/** The page's own files are on their way meanwhile. */
async function requireSession({ request }: LoaderFunctionArgs): Promise<null> {
  await session.known();
  const { user } = session.state;
  if (user !== undefined && dueAddress(user) === undefined) return null;
  const { pathname, search } = new URL(request.url);
  // A loader of the router answers with what it throws.
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
  throw redirect(afterSignIn(user, pathname + search));
}
