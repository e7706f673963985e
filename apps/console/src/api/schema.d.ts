// Made from docs/openapi.json by tools/console-api.mjs.

export interface paths {
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process runs */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether every part answers; 503 names the failing ones */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what: sign-ins, reads of people, changes, refusals, reveals */
        get: operations["Audit_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/actors/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accounts by name, for a search by who did it; names stand in no address */
        post: operations["Audit_actors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check the hash chain of every service */
        get: operations["Audit_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["Auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: ends this session */
        post: operations["Auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, and what is open to me now */
        get: operations["Auth_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the second factor into use: ends my other sessions */
        post: operations["Otp_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to enrol an authenticator
         * @description The secret counts once a code of it has come to `confirm`, within ten minutes.
         */
        post: operations["Otp_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes; the old ones are worth nothing from then on */
        post: operations["Otp_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove my second factor: ends my other sessions */
        post: operations["Otp_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password: ends my other sessions */
        post: operations["Auth_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token
         * @description A token used twice ends the whole session. A client whose answer was lost may repeat within a minute under the same Idempotency-Key. Without a body the token is the one in the cookie, and `X-CSRF-Token` is needed; two tabs may use that one within ten seconds.
         */
        post: operations["Auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in page has to know: version, and the accounts of a demonstration */
        get: operations["ConsoleInfo_info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has changed for me, as server-sent events
         * @description `begin`, `reset` (read everything again), `import.finished` {subjectId}, `tasks.changed` and `figures.changed` {areas}, `dead_letter.recorded`. Hints without personal data; the stream ends with the session. `Last-Event-ID` goes on.
         */
        get: operations["Events_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/geo/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outlines of the areas at or below one, as GeoJSON; areas without an outline are missing */
        get: operations["Geo_areas"];
        /** Store outlines: GeoJSON whose `properties.code` names a unit; other members are dropped */
        put: operations["Geo_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My imports, newest first; administrators see everybody’s in their areas */
        get: operations["Imports_list"];
        put?: never;
        /** Upload a file; it is worked off in the background, a repeated one changes nothing */
        post: operations["Imports_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/{kind}.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty workbook with the code lists */
        get: operations["Imports_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/errors.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refused rows with the reason in a last column, ready to be mended and sent again */
        get: operations["Imports_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is counted, how, and on which grounds */
        get: operations["Kpi_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/recompute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count everything again beside the live cells; no differences is the pass */
        post: operations["Kpi_recompute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/reports/smi-indicators.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every indicator of an area and period as a file, with definitions and sources; audited */
        get: operations["KpiReports_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Targets of my areas, of those above and of those below */
        get: operations["Kpi_targets"];
        /** Set targets; a row is named by indicator, plan, area and year */
        put: operations["Kpi_putTargets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/targets/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one target was, since when, and who set it */
        get: operations["Kpi_targetHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of an area and period, against their targets */
        get: operations["Kpi_values"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/values/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many count, how many do not, and by which rule */
        get: operations["Kpi_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpi/values/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records behind a figure, names masked; the look is audited */
        get: operations["Kpi_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/views/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My saved filters of a page */
        get: operations["SavedViews_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/views/{page}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my saved filters */
        get: operations["SavedViews_get"];
        /** Keep a filter under a name; one of that name is replaced */
        put: operations["SavedViews_put"];
        post?: never;
        /** Forget a filter */
        delete: operations["SavedViews_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nodes this one knows: today itself */
        get: operations["Nodes_nodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events a service could not take in */
        get: operations["Operations_deadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/dead-letters/{service}/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a dead letter to its consumer again */
        post: operations["Operations_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/event-flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outbox, consumers and dead letters of every service */
        get: operations["Operations_eventFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each service is doing: its parts, version, memory, up-time */
        get: operations["Nodes_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of the tree as it was on a day, in the order of their codes */
        get: operations["Orgs_list"];
        put?: never;
        /** Add a unit to the dated tree */
        post: operations["Orgs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Orgs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a unit, end its validity or correct its class */
        patch: operations["Orgs_update"];
        trace?: never;
    };
    "/api/v1/orgs/{code}/population": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Year-end population of every year it was given for; an empty list where none was */
        get: operations["Orgs_populations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{code}/population/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Orgs_getPopulation"];
        /** Year-end population; a first figure needs no If-Match, a correction does */
        put: operations["Orgs_putPopulation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Residents of my areas by name, pinyin, ID number or telephone; masked */
        get: operations["Persons_list"];
        put?: never;
        /** Enter a resident; a possible duplicate answers 409 with the candidates, masked */
        post: operations["Persons_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same search with its words in the body, for whole ID and telephone numbers; masked */
        post: operations["Persons_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Persons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a resident; an empty text clears an optional field */
        patch: operations["Persons_update"];
        trace?: never;
    };
    "/api/v1/persons/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clear values of named fields, with a reason; audited and limited by day */
        post: operations["Persons_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every role: what it opens, with which others it may not meet, who may hand it out
         * @description An auditor holds no other role; administrators hold no business role (separation of administrators). Nobody hands out areas beyond the own ones.
         */
        get: operations["Roles_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures the rules compute with: how sure we are of each, and where it stands */
        get: operations["Rules_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases of my area */
        get: operations["SmiCases_list"];
        put?: never;
        /** Register a confirmed case */
        post: operations["SmiCases_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same by case number, name or pinyin, with the words in the body */
        post: operations["SmiCases_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SmiCases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/actions/{action}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A mandatory action or a dated check was done, or handed over; answers the case */
        post: operations["CaseSteps_closeAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The file should not be: it leaves the register and stays in the audit trail */
        post: operations["CaseSteps_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a decision on taking part in community management */
        post: operations["SmiCases_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/discharge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Out of hospital: a visit within ten working days is due */
        post: operations["CaseSteps_discharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/exams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a yearly physical examination or its refusal */
        post: operations["SmiCases_exam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a visit, an attempt, a loss or a death */
        post: operations["FollowUps_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/follow-ups/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What recording this would compute; stores nothing */
        post: operations["FollowUps_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/follow-ups/{followUpId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record with all its versions */
        get: operations["Corrections_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/follow-ups/{followUpId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct a record: judged again at its place, and what came later computed anew; every version is kept */
        post: operations["Corrections_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/follow-ups/{followUpId}/corrections/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a correction would compute; stores nothing */
        post: operations["Corrections_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The guardian in clear, with a reason; audited and limited by day */
        post: operations["CaseSteps_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with a case, the newest first */
        get: operations["SmiCases_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/smi/cases/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moved away to a known address: leaves the register here */
        post: operations["CaseSteps_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Due work of my area */
        get: operations["Tasks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is to be done in my area */
        get: operations["Tasks_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts within my areas */
        get: operations["Users_list"];
        put?: never;
        /** Create an account within my areas */
        post: operations["Users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same list by name, with the words in the body */
        post: operations["Users_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account; rights taken away end at once */
        patch: operations["Users_update"];
        trace?: never;
    };
    "/api/v1/users/{id}/otp/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the second factor of somebody who lost it; ends all sessions of the account */
        post: operations["Users_resetOtp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActorDto: {
            /** Format: uuid */
            id: string;
            username: string;
            displayName: string;
        };
        ActorListDto: {
            items: components["schemas"]["ActorDto"][];
        };
        AdverseReactionDto: {
            /**
             * @description 药物不良反应: 1 无, 2 有, 9 此项不适用
             * @enum {integer}
             */
            present: 1 | 2 | 9;
            /**
             * @description 严重程度: 1 轻, 2 严重/急性
             * @enum {integer|null}
             */
            severity?: 1 | 2 | null;
            /** @description Required when present = 2 */
            text?: string | null;
        };
        AuditEntryDto: {
            /** Format: uuid */
            id: string;
            /** @description Position in the chain of its service; 0 while not yet sealed. */
            chainSeq: number;
            /** @enum {string} */
            service: "identity" | "registry" | "smi" | "kpi";
            /** Format: date-time */
            recordedAt: string;
            /** @description Id of an account, `anonymous`, or `system:<reason>`. */
            actorId: string;
            /** @description The account behind it, where there is one. */
            actor: components["schemas"]["ActorDto"] | null;
            /** @example identity.sign_in */
            action: string;
            /** @example account */
            subjectKind: string;
            subjectId: string | null;
            /** @description The account that was acted on, where it was one. */
            subject: components["schemas"]["ActorDto"] | null;
            org: string | null;
            /** @enum {string} */
            outcome: "done" | "refused";
            correlationId: string;
            /** @description JSON: names of fields, codes and counts, never personal values. */
            detailsJson: string;
        };
        AuditPageDto: {
            /** @description Newest first, over all services. */
            items: components["schemas"]["AuditEntryDto"][];
            /** @description Services that did not answer; their rows are missing. */
            unavailable: ("identity" | "registry" | "smi" | "kpi")[];
            nextCursor: string | null;
        };
        AuditVerdictDto: {
            /** @description True when every service answered and every chain is whole. */
            intact: boolean;
            items: components["schemas"]["ChainVerdictDto"][];
        };
        CancelCaseDto: {
            note?: string | null;
            /** Format: date */
            cancelledOn: string;
            /** @enum {string} */
            reason: "not_smi" | "diagnosis_corrected" | "duplicate" | "entered_in_error";
        };
        CaseSummaryDto: {
            /** @example registered */
            status: string;
            /** @enum {integer|null} */
            stability: 1 | 2 | 3 | null;
            riskLevel: number | null;
            /** Format: date */
            nextDueOn: string | null;
            version: number;
        };
        ChainVerdictDto: {
            /** @enum {string} */
            service: "identity" | "registry" | "smi" | "kpi";
            sealed?: number;
            /** @description Written and not yet sealed. */
            pending?: number;
            intact?: boolean;
            /** @description First position that is not what was sealed. */
            brokenAt?: number | null;
            /**
             * @description A row is missing, was changed, differs from the head kept outside the database, or the chain ends before that head.
             * @enum {string|null}
             */
            fault?: "missing" | "changed" | "anchor" | "cut_off" | null;
            headHash?: string;
            /** @description Why this service could not be asked. */
            error: string | null;
        };
        ChangePasswordDto: {
            currentPassword: string;
            /** @description At least 12 characters, or at least 8 of four kinds; at most 64. */
            newPassword: string;
        };
        CloseActionDto: {
            note?: string | null;
            /** Format: date */
            closedOn: string;
            /** @enum {string} */
            outcome: "done" | "handed_over";
            /** @description Needed with "handed_over" */
            handedTo?: string | null;
            /** @description Whether art. 30 ¶2(2) applies: needed with "article30_review" that is "done", refused elsewhere */
            article30?: boolean | null;
        };
        ComputedDto: {
            /** @enum {integer|null} */
            stability: 1 | 2 | 3 | null;
            /** Format: date */
            nextDueOn: string | null;
            /**
             * @description The class rule first
             * @example [
             *       "K3a",
             *       "N6",
             *       "N-A"
             *     ]
             */
            rules: string[];
            /**
             * @example [
             *       "refer_now",
             *       "notify_police",
             *       "inform_care_group"
             *     ]
             */
            actions: string[];
            checks: components["schemas"]["DatedCheckDto"][];
        };
        ConfirmOtpDto: {
            /**
             * @description The first code of the new authenticator.
             * @example 123456
             */
            otp: string;
        };
        ConsentDto: {
            /** @enum {string} */
            decision: "agreed" | "declined";
            /** Format: date */
            signedOn: string;
            /** @enum {string} */
            signer: "self" | "guardian";
        };
        ConsoleInfoDto: {
            /** @example 0.1.0 */
            version: string;
            node: string;
            /** @enum {string} */
            tier: "district" | "street" | "community";
            /** @description This system was started as a demonstration, with made-up people. */
            demo: boolean;
            /** @description Of all demonstration accounts. */
            demoPassword: string | null;
            demoAccounts: components["schemas"]["DemoAccountDto"][];
        };
        ConsumerLagDto: {
            /** @example kpi__smi */
            consumer: string;
            /**
             * @description Whose events it takes in.
             * @example district.smi
             */
            origin: string;
            epoch: string;
            /** @description Everything up to this number is applied. */
            watermark: number;
            /** @description Applied out of order, above the watermark. */
            held: number;
        };
        CorrectionAnswerDto: {
            computed: components["schemas"]["ComputedDto"];
            warnings: components["schemas"]["WarningDto"][];
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: uuid */
            caseId: string;
            case: components["schemas"]["CaseSummaryDto"];
            /** @description Later records whose computed part changed with it */
            reEvaluated: string[];
        };
        CorrectionDto: {
            /** @description Why; stored encrypted beside the version it replaces */
            reason: string;
            /** @description The record as it should have been, whole */
            input: components["schemas"]["FollowUpDto"];
        };
        CorrectionPreviewDto: {
            computed: components["schemas"]["ComputedDto"];
            warnings: components["schemas"]["WarningDto"][];
            /** @description The case as it would be */
            case: components["schemas"]["CaseSummaryDto"];
            /** @description Later records whose computed part changes with it */
            reEvaluated: string[];
        };
        CreateOrgDto: {
            /**
             * @description 12-digit statistical division code; the parent follows from it.
             * @example 990101001001
             */
            code: string;
            name: string;
            /** @enum {string} */
            tier: "district" | "street" | "community";
            /**
             * @description Communities only.
             * @enum {string|null}
             */
            urbanRural?: "111" | "112" | "121" | "122" | "123" | "210" | "220" | null;
            /** Format: date */
            validFrom: string;
            /**
             * Format: date
             * @description Last day of validity.
             */
            validTo?: string | null;
        };
        CreatePersonDto: {
            /** @description GB 11643 for resident_id; sex and birth date must agree with it. */
            idNumber?: string | null;
            phone?: string | null;
            /** @description 12-digit code of the registered household. */
            registeredOrg?: string | null;
            address?: string | null;
            /** Format: date */
            livingSince?: string | null;
            /** @description Code of GB/T 3304 */
            ethnicity?: string | null;
            /** @description Code of GB/T 4658 */
            education?: string | null;
            /** @description Code of GB/T 2261.2 */
            maritalStatus?: string | null;
            /** @description Code of GB/T 2261.4 */
            employment?: string | null;
            name: string;
            /**
             * @description GB/T 2261.1
             * @enum {string}
             */
            sex: "0" | "1" | "2" | "9";
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            idType: "resident_id" | "passport" | "other" | "none";
            /**
             * @description Community or street, inside the caller’s areas.
             * @example 990101001001
             */
            residenceOrg: string;
            /**
             * @description Set after looking at the candidates of a 409.
             * @default false
             */
            confirmedNotDuplicate: boolean | null;
        };
        CreateUserDto: {
            /** @description Letters, digits and . _ - @; case does not matter. */
            username: string;
            displayName: string;
            /** @description At least 12 characters, or at least 8 of four kinds; at most 64. */
            password: string;
            roles: ("system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops")[];
            /** @description Area codes or prefixes; "" is everywhere. */
            scopes: string[];
            /**
             * @description A new password is needed at the first sign-in.
             * @default false
             */
            mustChangePassword: boolean | null;
        };
        CurrentPasswordDto: {
            currentPassword: string;
        };
        DatedCheckDto: {
            /** @example side_effect_check */
            kind: string;
            /** Format: date */
            dueOn: string;
        };
        DeadLetterDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            service: "identity" | "registry" | "smi" | "kpi";
            consumer: string;
            eventType: string;
            eventId: string;
            origin: string;
            epoch: string;
            seq: number;
            /** @example EVENT.REJECTED */
            errorCode: string;
            attempts: number;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            replayedAt: string | null;
        };
        DeadLetterPageDto: {
            items: components["schemas"]["DeadLetterDto"][];
            /** @description Services that could not be asked. */
            unavailable: string[];
            nextCursor: string | null;
        };
        DemoAccountDto: {
            username: string;
            displayName: string;
            /** @enum {string} */
            role: "system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops";
        };
        DischargeCaseDto: {
            note?: string | null;
            /** Format: date */
            dischargedOn: string;
            /**
             * Format: date
             * @description When it became known here; ten working days count from it. Left out: today
             */
            informedOn?: string | null;
        };
        EpochEndDto: {
            epoch: string;
            /** @description Highest number that is kept. */
            lastSeq: number;
        };
        EventFlowDto: {
            items: components["schemas"]["ServiceFlowDto"][];
        };
        FindActorsDto: {
            /** @description Part of the user name or display name. */
            q: string;
        };
        FollowUpAnswerDto: {
            computed: components["schemas"]["ComputedDto"];
            warnings: components["schemas"]["WarningDto"][];
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: uuid */
            caseId: string;
            case: components["schemas"]["CaseSummaryDto"];
        };
        FollowUpDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: uuid */
            caseId: string;
            /** @enum {string} */
            kind: "visit" | "attempt" | "loss" | "death";
            /** @description smi.md 2.9 */
            complete: boolean;
            /** Format: date-time */
            recordedAt: string;
            /** @description User id */
            actor: string;
            input: components["schemas"]["FollowUpDto"];
            computed: components["schemas"]["ComputedDto"];
            versions: components["schemas"]["FollowUpVersionDto"][];
            /** @description The case before this record */
            ruleState: components["schemas"]["RuleStateDto"] | null;
            /** @description Whether it is the last record of its case */
            latest: boolean;
        };
        FollowUpDto: {
            /**
             * Format: date
             * @description 随访日期
             * @example 2026-03-02
             */
            visitedOn: string;
            /**
             * @description 本次随访形式: 1 门诊, 2 家庭访视, 3 电话
             * @enum {integer}
             */
            form: 1 | 2 | 3;
            /** @description 本次随访对象: 1 患者本人, 2 家属/监护人, 3 其他知情人 */
            contacts?: (1 | 2 | 3)[] | null;
            /**
             * @description An attempt that met nobody: failed 未访到
             * @enum {string|null}
             */
            attempt?: "failed" | null;
            /**
             * @description 失访原因: 1 外出务工, 2 迁居他处, 3 走失, 4 连续3次未访到, 5 其他
             * @enum {integer|null}
             */
            lossReason?: 1 | 2 | 3 | 4 | 5 | null;
            /** @description Required when lossReason = 5 */
            lossReasonText?: string | null;
            /**
             * Format: date
             * @description 死亡日期
             */
            deathDate?: string | null;
            /**
             * @description 死亡原因: 1 躯体疾病, 2 自杀, 3 他杀, 4 意外, 5 精神疾病相关并发症, 6 其他
             * @enum {integer|null}
             */
            deathCause?: 1 | 2 | 3 | 4 | 5 | 6 | null;
            /**
             * @description 躯体疾病; required when deathCause = 1: 1 传染病和寄生虫病, 2 肿瘤, 3 心脏病, 4 脑血管病, 5 呼吸系统疾病, 6 消化系统疾病, 7 其他疾病, 8 不详
             * @enum {integer|null}
             */
            deathCauseDetail?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | null;
            /**
             * @description 危险性评估, the highest grade since the previous visit: 0 0级：无以下1—5级中的任何行为, 1 1级：口头威胁，喊叫，但没有打砸行为, 2 2级：打砸行为，局限在家里，针对财物，能被劝说制止, 3 3级：明显打砸行为，不分场合，针对财物，不能接受劝说而停止, 4 4级：持续的打砸行为，不分场合，针对财物或人，不能接受劝说而停止（包括自伤、自杀）, 5 5级：持管制性危险武器的针对人的任何暴力行为，或者纵火、爆炸等行为
             * @enum {integer|null}
             */
            riskLevel?: 0 | 1 | 2 | 3 | 4 | 5 | null;
            /** @description Why a grade below 4 is right although self-harm was recorded (V5) */
            riskLevelReason?: string | null;
            /** @description 目前症状; empty = 无: 1 幻觉, 2 交流困难, 3 猜疑, 4 喜怒无常, 5 行为怪异, 6 兴奋话多, 7 伤人毁物, 8 悲观厌世, 9 无故外走, 10 自语自笑, 11 孤僻懒散, 12 其他 */
            symptoms?: (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12)[] | null;
            /** @description Required when symptoms has 12 */
            symptomsText?: string | null;
            /**
             * @description 症状程度; left out = derived from symptoms: 0 基本消失, 1 有/较差, 2 明显
             * @enum {integer|null}
             */
            symptomSeverity?: 0 | 1 | 2 | null;
            /**
             * @description 自知力: 1 完全, 2 不全, 3 缺失
             * @enum {integer|null}
             */
            insight?: 1 | 2 | 3 | null;
            /**
             * @description 睡眠情况: 1 良好, 2 一般, 3 较差
             * @enum {integer|null}
             */
            sleep?: 1 | 2 | 3 | null;
            /**
             * @description 饮食情况: 1 良好, 2 一般, 3 较差
             * @enum {integer|null}
             */
            diet?: 1 | 2 | 3 | null;
            socialFunction?: components["schemas"]["SocialFunctionDto"] | null;
            incidents?: components["schemas"]["IncidentsDto"] | null;
            /**
             * @description 两次随访期间关锁情况: 1 无关锁, 2 关锁, 3 关锁已解除
             * @enum {integer|null}
             */
            confinement?: 1 | 2 | 3 | null;
            /**
             * @description 两次随访期间住院情况: 0 未住院, 1 目前正在住院, 2 曾住院，现未住院
             * @enum {integer|null}
             */
            hospitalisation?: 0 | 1 | 2 | null;
            /**
             * Format: date
             * @description 末次出院时间; required when hospitalisation = 2
             */
            lastDischargeOn?: string | null;
            labTests?: components["schemas"]["LabTestsDto"] | null;
            /**
             * @description 用药依从性: 1 按医嘱规律用药, 2 间断用药, 3 不用药, 4 医嘱勿需用药
             * @enum {integer|null}
             */
            adherence?: 1 | 2 | 3 | 4 | null;
            adverseReaction?: components["schemas"]["AdverseReactionDto"] | null;
            /**
             * @description 治疗效果: 1 痊愈, 2 好转, 3 无变化, 4 加重, 9 此项不适用
             * @enum {integer|null}
             */
            effect?: 1 | 2 | 3 | 4 | 9 | null;
            /**
             * @description 躯体疾病: 0 无, 1 有且稳定, 2 有，不稳定, 3 严重
             * @enum {integer|null}
             */
            physicalIllness?: 0 | 1 | 2 | 3 | null;
            /** @description Anything else abnormal */
            otherAbnormality?: boolean | null;
            /** @description 趋于稳定: asked at a revisit of somebody basically stable (N3 to N5) */
            tendingToStable?: boolean | null;
            /**
             * @description N14: pregnant 妊娠期, planning 计划妊娠, breast_feeding 哺乳期
             * @enum {string|null}
             */
            pregnancy?: "pregnant" | "planning" | "breast_feeding" | null;
            referral?: components["schemas"]["ReferralDto"] | null;
            medications?: components["schemas"]["MedicationDto"][] | null;
            medicationGuidance?: components["schemas"]["MedicationDto"][] | null;
            /** @description 康复措施: 1 生活劳动能力, 2 职业训练, 3 学习能力, 4 社会交往, 5 其他 */
            rehabilitation?: (1 | 2 | 3 | 4 | 5)[] | null;
            /** @description Required when rehabilitation has 5 */
            rehabilitationText?: string | null;
            /**
             * @description 本次随访分类; left out = the computed one: 1 不稳定, 2 基本稳定, 3 稳定
             * @enum {integer|null}
             */
            stability?: 1 | 2 | 3 | null;
            /** @description Required when milder than computed (V9) */
            stabilityReason?: string | null;
            /**
             * Format: date
             * @description 下次随访日期; left out = the computed one, never later than it (V10)
             */
            nextDueOn?: string | null;
            /** @description 备注 */
            remark?: string | null;
            /** @description Not admitted although referred (N7) */
            admissionRefused?: boolean | null;
            /** @description N8: past_violence 既往暴力史, substance_misuse 酒精或药物滥用, persecutory_delusion 被害妄想, threatened_others 威胁过他人, spoke_of_harm 表达过伤害他人的想法, antisocial_behaviour 反社会行为, emotional_instability 情绪明显不稳或处于重大压力之下 */
            jointVisitFactors?: ("past_violence" | "substance_misuse" | "persecutory_delusion" | "threatened_others" | "spoke_of_harm" | "antisocial_behaviour" | "emotional_instability")[] | null;
            /** @description The patient is leaving or has left the district (N18) */
            leavingDistrict?: boolean | null;
        };
        FollowUpPreviewDto: {
            computed: components["schemas"]["ComputedDto"];
            warnings: components["schemas"]["WarningDto"][];
        };
        FollowUpVersionDto: {
            version: number;
            /** Format: date-time */
            recordedAt: string;
            /** @description User id */
            actor: string;
            /** @enum {string} */
            cause: "recorded" | "correction" | "re_evaluation";
            reason: string | null;
            input: components["schemas"]["FollowUpDto"];
            computed: components["schemas"]["ComputedDto"];
        };
        GeoAreasDto: {
            /** @enum {string} */
            type: "FeatureCollection";
            features: components["schemas"]["GeoFeatureDto"][];
        };
        GeoFeatureDto: {
            /** @enum {string} */
            type: "Feature";
            properties: components["schemas"]["GeoPropertiesDto"];
            geometry: components["schemas"]["GeoGeometryDto"];
        };
        GeoGeometryDto: {
            /** @enum {string} */
            type: "Polygon" | "MultiPolygon";
            /** @description Rings, or polygons of rings, of [longitude, latitude] (RFC 7946) */
            coordinates: unknown[];
        };
        GeoPropertiesDto: {
            /** @example 990101001000 */
            code: string;
            name: string;
        };
        GeoStoredDto: {
            /** @description New or different */
            stored: number;
            unchanged: number;
        };
        GuardianDto: {
            name: string;
            /**
             * @description GB/T 4761, one or two digits
             * @example 5
             */
            relation: string;
            phone?: string | null;
        };
        HealthOverviewDto: {
            items: components["schemas"]["ServiceHealthDto"][];
        };
        HealthPartDto: {
            /** @example postgresql */
            name: string;
            ok: boolean;
        };
        HolidayDto: {
            nameZh: string;
            nameEn: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Week-end days that are worked for it. */
            makeUpDays: string[];
        };
        HolidayYearDto: {
            year: number;
            /** @enum {string} */
            evidence: "C" | "I" | "L" | "M" | "P";
            source: string;
            entries: components["schemas"]["HolidayDto"][];
        };
        ImportJobDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "orgs" | "population" | "persons" | "smi-cases" | "smi-follow-ups";
            /** @enum {string} */
            mode: "preview" | "commit";
            /** @enum {string} */
            status: "running" | "done" | "failed";
            /** @description Rows read so far; all of them once the job is done. */
            total: number;
            accepted: number;
            rejected: number;
            /** @description Rows that were imported before. */
            skipped: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description Why the file as a whole was refused. */
            failureCode: string | null;
            /** @description The column or limit at fault. */
            failureDetail: string | null;
            /** @description Empty where somebody else started the import. */
            fileName: string;
            /** @description I started it: its refused rows are mine to fetch. */
            own: boolean;
            /** @description What is wrong with the first twenty refused rows. */
            firstErrors: components["schemas"]["RowErrorDto"][];
        };
        ImportJobPageDto: {
            items: components["schemas"]["ImportJobDto"][];
            nextCursor: string | null;
        };
        IncidentsDto: {
            /** @description 轻度滋事 */
            minorDisturbance?: number | null;
            /** @description 肇事 */
            publicOrder?: number | null;
            /** @description 肇祸 */
            crime?: number | null;
            /** @description 其他危害行为 */
            otherHarm?: number | null;
            /** @description 自伤 */
            selfHarm?: number | null;
            /** @description 自杀未遂 */
            suicideAttempt?: number | null;
            /** @description 7无 as ticked on paper; left out = derived from the counts */
            none?: boolean | null;
        };
        KpiDifferenceDto: {
            indicator: string;
            org: string;
            period: string;
            /** @description numerator/denominator */
            live: string;
            /** @description numerator/denominator */
            recomputed: string;
        };
        KpiExplanationDto: {
            value: components["schemas"]["KpiValueDto"];
            reasons: components["schemas"]["KpiReasonDto"][];
        };
        KpiIndicatorDto: {
            id: string;
            nameZh: string;
            nameEn: string;
            /** @enum {string} */
            unit: "percent" | "permille" | "count" | "days";
            /** @enum {string} */
            subject: "smi_case" | "smi_follow_up";
            /** @description The public document the definition is taken from */
            source: string;
            /** @description The same in English */
            sourceEn: string;
            /** @description Where in that document */
            clause: string;
            /** @description The same in English */
            clauseEn: string;
            /** @description Our own rule */
            ruleId: string;
            formula: string;
            formulaEn: string;
            /** @enum {string} */
            better: "higher" | "lower";
            /** Format: date */
            effectiveFrom: string;
            version: number;
            /** @description Evidence mark of the definition: C confirmed … P project choice */
            evidence: string;
        };
        KpiIndicatorsDto: {
            items: components["schemas"]["KpiIndicatorDto"][];
        };
        KpiMemberDto: {
            subjectId: string;
            /** @enum {string} */
            subjectKind: "smi_case" | "smi_follow_up";
            /** @description Masked */
            name: string;
            /** @description The unit at the end of the period */
            org: string;
            caseNo: string;
            inNumerator: boolean;
            inDenominator: boolean;
            /** @description Reason codes, see /kpi/values/explain */
            reasons: string[];
            /** Format: date */
            lastVisitOn: string | null;
            stability: number | null;
            riskLevel: number | null;
            /**
             * Format: date
             * @description Of a due follow-up
             */
            dueOn: string | null;
        };
        KpiMemberPageDto: {
            items: components["schemas"]["KpiMemberDto"][];
            nextCursor: string | null;
        };
        KpiPastTargetDto: {
            value: number;
            source: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description Id of the user, or system:documents */
            actor: string;
        };
        KpiReasonDto: {
            /** @enum {string} */
            side: "numerator" | "denominator_only" | "excluded";
            code: string;
            textZh: string;
            textEn: string;
            /** @description The public words behind it */
            clause: string;
            /** @description The same in English */
            clauseEn: string;
            /** @description Our own rule */
            ruleId: string;
            count: number;
        };
        KpiRecomputationDto: {
            /** @description Empty: the cells are right */
            differences: components["schemas"]["KpiDifferenceDto"][];
            cells: number;
            tookMs: number;
        };
        KpiTargetDto: {
            /** @example smi.management_rate */
            indicator: string;
            /**
             * @description Name of the plan the target comes from
             * @example 2026年度工作计划
             */
            plan: string;
            /**
             * @description Area code or prefix; "" is everywhere
             * @example 990101000000
             */
            org: string;
            year: number;
            /**
             * @description In the unit of the indicator: 80 = 80 %
             * @example 80
             */
            value: number;
            /** @description Document behind it */
            source?: string | null;
        };
        KpiTargetHistoryDto: {
            /** @description Newest first */
            items: components["schemas"]["KpiPastTargetDto"][];
        };
        KpiTargetRowDto: {
            indicator: string;
            plan: string;
            org: string;
            year: number;
            value: number;
            source: string | null;
        };
        KpiTargetsDto: {
            items: components["schemas"]["KpiTargetRowDto"][];
        };
        KpiValueDto: {
            indicator: string;
            org: string;
            period: string;
            numerator: number | null;
            /** @description null: no population figure */
            denominator: number | null;
            /** @description null: not applicable or data missing */
            value: number | null;
            unit: string;
            target: number | null;
            met: boolean | null;
            headcountGap: number | null;
            definitionVersion: number;
            /** @enum {string} */
            status: "live" | "submitted" | "approved" | "locked";
            /**
             * Format: date
             * @description Day the figure is measured to
             */
            asOf: string;
            /** @enum {string|null} */
            part: "urban" | "rural" | "unknown" | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        KpiValuesDto: {
            items: components["schemas"]["KpiValueDto"][];
        };
        LabTestsDto: {
            /**
             * @description 实验室检查: 1 无, 2 有
             * @enum {integer}
             */
            done: 1 | 2;
            /** @description Which tests; required when done = 2 */
            items?: string | null;
        };
        LivenessDto: {
            /** @enum {string} */
            status: "ok";
        };
        LoginDto: {
            /** @example street */
            username: string;
            password: string;
            /** @description Code of the authenticator, where one is enrolled, or one of the recovery codes. */
            otp?: string | null;
            /**
             * @description `cookie`, for pages in a browser: the tokens come as HttpOnly cookies and not in the answer. Every write then needs the header `X-CSRF-Token` with the value of the cookie `xinqiao_csrf`.
             * @default token
             * @enum {string|null}
             */
            session: "token" | "cookie" | null;
        };
        MeDto: {
            /** Format: uuid */
            id: string;
            displayName: string;
            roles: ("system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops")[];
            /** @description Area prefixes by digit groups; "" is everywhere. */
            scopes: string[];
            username: string;
            mustChangePassword: boolean;
            /** @description A role asks for a second factor: until one is enrolled only the own account is open. */
            mustEnrolOtp: boolean;
            permissions: ("registry.org.read" | "registry.org.write" | "registry.population.read" | "registry.population.write" | "registry.person.read" | "registry.person.write" | "registry.person.reveal" | "registry.import.run" | "registry.import.read_all" | "smi.case.read" | "smi.case.write" | "smi.case.reveal" | "smi.follow_up.write" | "smi.task.read" | "kpi.indicator.read" | "kpi.value.read" | "kpi.member.read" | "kpi.target.read" | "kpi.target.write" | "kpi.recompute" | "kpi.report.export" | "identity.user.read" | "identity.user.write" | "identity.self" | "ops.read" | "ops.write" | "audit.read")[];
            otp: components["schemas"]["OtpStateDto"];
            /**
             * Format: date-time
             * @description When the session ends unless it is refreshed before.
             */
            sessionEndsAt: string | null;
            /**
             * Format: date-time
             * @description When it ends in any case.
             */
            sessionLimitAt: string | null;
            /**
             * Format: date
             * @description The calendar day it is for the rules, whatever the browser thinks.
             */
            today: string;
        };
        MedicationDto: {
            /** @example 利培酮 */
            drug: string;
            /** @description 规格, e.g. 1mg */
            spec?: string | null;
            /** @description 长效 */
            longActing?: boolean | null;
            /** @description 早, mg */
            morningMg?: number | null;
            /** @description 中, mg */
            noonMg?: number | null;
            /** @description 晚, mg */
            eveningMg?: number | null;
            /**
             * @description Long-acting: the period: week 周, month 月
             * @enum {string|null}
             */
            every?: "week" | "month" | null;
            /** @description Long-acting: times a period */
            times?: number | null;
            /** @description Long-acting: mg each time */
            doseMg?: number | null;
        };
        NewOtpDto: {
            /** @description Base32, to type in by hand. */
            secret: string;
            /** @description For a QR code. */
            otpauthUri: string;
        };
        NodeDto: {
            /** @example district */
            id: string;
            /** @enum {string} */
            tier: "district" | "street" | "community";
            /** @description Area prefix it answers for; "" is everywhere. */
            territory: string;
            /**
             * @description The line to it; `self` is this node.
             * @enum {string}
             */
            link: "self" | "up" | "down";
            /** @description Events on their way; null while a service is away. */
            lagMessages: number | null;
            /** @description Age of the oldest event that is not sent yet. */
            lagSeconds: number | null;
            /** Format: date-time */
            lastContactAt: string;
            version: string;
        };
        NodesDto: {
            items: components["schemas"]["NodeDto"][];
        };
        OpenActionDto: {
            /**
             * @description A code of openActions, or the kind of a dated check
             * @example notify_police
             */
            action: string;
            /** Format: date */
            since: string;
            /** Format: date */
            dueOn: string | null;
        };
        OrgDto: {
            code: string;
            name: string;
            /** @enum {string} */
            tier: "district" | "street" | "community";
            /** @enum {string|null} */
            urbanRural: "111" | "112" | "121" | "122" | "123" | "210" | "220" | null;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string | null;
            /** @description Code of the unit above; null for a county. */
            parent: string | null;
            version: number;
        };
        OrgPageDto: {
            items: components["schemas"]["OrgDto"][];
            nextCursor: string | null;
        };
        OtpStateDto: {
            enabled: boolean;
            /** @description A role of the user asks for it. */
            required: boolean;
            recoveryCodesLeft: number;
        };
        OwnOtpDto: {
            currentPassword: string;
            /** @description Code of the authenticator, or one of the recovery codes. */
            otp: string;
        };
        PartDto: {
            /** @example smi */
            name: string;
            /** @enum {string} */
            status: "ok" | "failing";
            /** @example COMMON.UNAVAILABLE */
            code: string | null;
        };
        PersonDto: {
            /** Format: uuid */
            id: string;
            /** @example 王** */
            name: string;
            sex: string;
            /** @description Always null here; reveal it when there is a reason. */
            birthDate: string | null;
            /** @example 30-39 */
            ageBand: string | null;
            idType: string;
            /** @example 990***********0019 */
            idNumber: string | null;
            /** @example 130****0000 */
            phone: string | null;
            residenceOrg: string;
            registeredOrg: string | null;
            address: string | null;
            /** Format: date */
            livingSince: string | null;
            ethnicity: string | null;
            education: string | null;
            maritalStatus: string | null;
            employment: string | null;
            /** Format: date */
            deathDate: string | null;
            version: number;
        };
        PersonPageDto: {
            items: components["schemas"]["PersonDto"][];
            nextCursor: string | null;
        };
        PopulationDto: {
            org: string;
            year: number;
            resident: number;
            registered: number | null;
            version: number;
        };
        PopulationsDto: {
            /** @description The latest year first */
            items: components["schemas"]["PopulationDto"][];
        };
        ProblemDto: {
            /** @example urn:xinqiao:problem:COMMON.VALIDATION_FAILED */
            type: string;
            title: string;
            /** @example 400 */
            status: number;
            detail: string;
            /**
             * @description Stable; texts may change.
             * @example COMMON.VALIDATION_FAILED
             */
            code: string;
            correlationId: string;
            errors?: components["schemas"]["ProblemFieldDto"][];
            /** @description What is needed to go on: the current state (412), the candidates (409). */
            context?: {
                [key: string]: unknown;
            };
        };
        ProblemFieldDto: {
            /**
             * @description JSON path in the request.
             * @example riskLevel
             */
            field: string;
            /** @example FIELD.RANGE */
            code: string;
            message: string;
            /**
             * @description Rule of the domain documents behind the refusal.
             * @example V5
             */
            rule?: string;
        };
        PutPopulationDto: {
            /** @description Living here half a year or more, at year-end. */
            resident: number;
            /** @description Registered household here. */
            registered?: number | null;
        };
        PutSavedViewDto: {
            /** @description An object of the page’s own making, at most 4 KiB. No ID or telephone numbers; members that are null are left out. */
            filter: {
                [key: string]: unknown;
            };
        };
        ReadinessDto: {
            /** @enum {string} */
            status: "ok" | "failing";
            parts: components["schemas"]["PartDto"][];
            /** @description Names of the failing parts. */
            failing: string[];
        };
        RecordExamDto: {
            /** Format: date */
            examinedOn: string;
            /** @default false */
            refused: boolean | null;
        };
        RecoveryCodesDto: {
            /** @description Shown this once; each may be used once instead of a code. */
            recoveryCodes: string[];
        };
        ReferralDto: {
            /** @description 是否转诊 */
            made: boolean;
            /** @description Required when made */
            reason?: string | null;
            /** @description 转至机构及科室; required when made */
            institution?: string | null;
        };
        RefreshDto: {
            /** @description Left out: the one in the cookie. */
            refreshToken?: string | null;
            /** @description How long ago the user did something last. A page that renews its tokens by itself says so and keeps nobody signed in. Left out: just now. */
            idleSeconds?: number | null;
        };
        RegisterCaseDto: {
            /** Format: uuid */
            personId: string;
            /**
             * @description 12-digit code of the unit that manages the case
             * @example 990101001001
             */
            org: string;
            /** @example 990101-00001 */
            caseNo: string;
            /**
             * @description ICD-10
             * @example F20.0
             */
            diagnosis: string;
            /** @description G40.x beside F06.x (smi.md 1.1) */
            secondaryDiagnosis?: string | null;
            /** @description Needed with F70 to F79 (smi.md 1.1) */
            psychoticSymptoms?: boolean | null;
            /** @enum {string} */
            reportType: "onset_report" | "required_registration";
            /**
             * Format: date
             * @example 2024-03-05
             */
            diagnosedOn: string;
            /**
             * Format: date
             * @example 2024-03-12
             */
            fileBuiltOn: string;
            /**
             * @description Year, month or day
             * @example 2022-06
             */
            firstOnset?: string | null;
            /** @description Year, month or day */
            firstTreated?: string | null;
            guardian?: components["schemas"]["GuardianDto"] | null;
            consent?: components["schemas"]["ConsentDto"] | null;
            /** @description The doctor's answer on art. 30 ¶2(2) */
            article30?: boolean | null;
            /** @description Takes part in community rehabilitation */
            inRehabilitation?: boolean | null;
            /** @description 关爱帮扶小组服务对象 */
            guardianshipGroup?: boolean | null;
        };
        ReplayedDto: {
            /** @description Applied now; false when it failed again. */
            applied: boolean;
        };
        RevealCaseDto: {
            fields: "guardian"[];
            /** @description Kept in the audit trail. */
            reason: string;
        };
        RevealPersonDto: {
            fields: ("name" | "birthDate" | "idNumber" | "phone" | "address")[];
            /** @description Kept in the audit trail. */
            reason: string;
        };
        RevealedCaseDto: {
            guardian: components["schemas"]["GuardianDto"] | null;
        };
        RevealedDto: {
            /** @description Clear values by field. */
            values: {
                [key: string]: string;
            };
        };
        RoleDto: {
            /** @enum {string} */
            role: "system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops";
            /** @enum {string} */
            kind: "administrator" | "auditor" | "business";
            /**
             * @description Null: every administrator of accounts.
             * @enum {string|null}
             */
            grantedBy: "system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops" | null;
            permissions: ("registry.org.read" | "registry.org.write" | "registry.population.read" | "registry.population.write" | "registry.person.read" | "registry.person.write" | "registry.person.reveal" | "registry.import.run" | "registry.import.read_all" | "smi.case.read" | "smi.case.write" | "smi.case.reveal" | "smi.follow_up.write" | "smi.task.read" | "kpi.indicator.read" | "kpi.value.read" | "kpi.member.read" | "kpi.target.read" | "kpi.target.write" | "kpi.recompute" | "kpi.report.export" | "identity.user.read" | "identity.user.write" | "identity.self" | "ops.read" | "ops.write" | "audit.read")[];
        };
        RoleListDto: {
            items: components["schemas"]["RoleDto"][];
        };
        RowErrorDto: {
            /** @description Row as the spreadsheet shows it; the header is row 1. */
            row: number;
            field: string;
            code: string;
            message: string;
        };
        RuleDto: {
            /** @example smi.stableMonths */
            id: string;
            /** @enum {string} */
            context: "smi" | "diagnosis" | "kpi";
            nameZh: string;
            nameEn: string;
            value: number | boolean | string;
            /** @example months */
            unit: string;
            /**
             * @description C confirmed · I read in another system · L one place only · M from memory, to be confirmed · P our choice
             * @enum {string}
             */
            evidence: "C" | "I" | "L" | "M" | "P";
            /** @example N1 */
            clause: string;
            /** @example Consent */
            clauseEn: string;
            /** @description The public document it is taken from. */
            source: string;
            /** @description The same in English. */
            sourceEn: string;
        };
        RuleStateDto: {
            /** @enum {string} */
            step: "none" | "two_week_revisit" | "one_month_visit";
            /** @description Days of the failed attempts in a row */
            failedAttempts: string[];
            /**
             * Format: date
             * @description Since when the patient is lost (失访); null unless lost
             */
            lostOn: string | null;
            confinementSeen: boolean;
            offenceSeen: boolean;
            jointVisitFactors: string[];
            /** @description A psychiatrist has answered on art. 30 ¶2(2) since the last finding that asks for it */
            article30Reviewed: boolean;
            /** @enum {string} */
            status: "registered" | "lost" | "in_hospital" | "transferred_out" | "dead" | "cancelled";
            /** @enum {integer|null} */
            stability: 1 | 2 | 3 | null;
            riskLevel: number | null;
            /** Format: date */
            lastVisitOn: string | null;
            /** Format: date */
            nextDueOn: string | null;
            /** @enum {string|null} */
            consentDecision: "agreed" | "declined" | null;
        };
        RulesDto: {
            items: components["schemas"]["RuleDto"][];
            /** @description Years whose public holidays working days are counted with. */
            holidays: components["schemas"]["HolidayYearDto"][];
        };
        SavedViewDto: {
            page: string;
            name: string;
            filter: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            updatedAt: string;
        };
        SavedViewListDto: {
            items: components["schemas"]["SavedViewDto"][];
        };
        SearchCasesDto: {
            /** @default 50 */
            limit: number | null;
            /** @description From the previous answer (nextCursor). */
            cursor?: string | null;
            /**
             * @description Area code or prefix
             * @example 990101001
             */
            org?: string;
            /** @enum {string} */
            status?: "registered" | "lost" | "in_hospital" | "transferred_out" | "dead" | "cancelled";
            /**
             * @description Diagnosis group (smi.md 1.1)
             * @enum {string}
             */
            diagnosisGroup?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "99";
            /** @description Case number, name or pinyin, from the beginning */
            q: string;
            /** @enum {integer|null} */
            stability?: 1 | 2 | 3 | null;
            riskLevel?: number | null;
            overdue?: boolean | null;
        };
        SearchPersonsDto: {
            /** @default 50 */
            limit: number | null;
            /** @description From the previous answer (nextCursor). */
            cursor?: string | null;
            /** @description Beginning of the name, pinyin or its initials; or a whole ID or telephone number. */
            q: string;
            /** @description Area code or prefix */
            org?: string | null;
        };
        SearchUsersDto: {
            /** @default 50 */
            limit: number | null;
            /** @description From the previous answer (nextCursor). */
            cursor?: string | null;
            /** @enum {string} */
            role?: "system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops";
            /** @enum {string} */
            state?: "active" | "inactive";
            /** @description Accounts with an area inside this one: code or prefix. */
            org?: string;
            /** @description Part of the user name or display name. */
            q: string;
        };
        ServiceFlowDto: {
            /** @enum {string} */
            service: "identity" | "registry" | "smi" | "kpi";
            /** @description Why the service could not be asked; the rest is absent then. */
            error: string | null;
            epoch?: string;
            /** @description Highest number given. */
            headSeq?: number;
            /** @description Events that are not sent yet. */
            unsent?: number;
            oldestUnsentSeconds?: number;
            consumers?: components["schemas"]["ConsumerLagDto"][];
            /** @description Events it could not take in and nobody has replayed. */
            deadLetters?: number;
            /** @description Earlier epochs of which events are kept. */
            closed?: components["schemas"]["EpochEndDto"][];
        };
        ServiceHealthDto: {
            /** @example smi */
            service: string;
            /** @enum {string} */
            status: "ok" | "degraded" | "unavailable";
            version: string | null;
            /** @description Services with the same value share a process. */
            process: string | null;
            /** Format: date-time */
            startedAt: string | null;
            uptimeSeconds: number | null;
            memoryBytes: number | null;
            heapBytes: number | null;
            parts: components["schemas"]["HealthPartDto"][];
        };
        SessionDto: {
            /** @description ES256 JWT, for `Authorization: Bearer`; not there in a cookie session. */
            accessToken?: string;
            /** @description Usable once; not there in a cookie session. */
            refreshToken?: string;
            expiresInSeconds: number;
            user: components["schemas"]["UserViewDto"];
        };
        SmiCaseDto: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            /** @example 王** */
            personName: string;
            /** @enum {string} */
            sex: "0" | "1" | "2" | "9";
            /** @example 30-39 */
            ageBand: string | null;
            /** @example 990101001001 */
            org: string;
            /** @example 990101-00001 */
            caseNo: string;
            /** @example F20.0 */
            diagnosis: string;
            /**
             * @description smi.md 1.1
             * @example 01
             */
            diagnosisGroup: string;
            /** @enum {string} */
            reportType: "onset_report" | "required_registration";
            /** Format: date */
            diagnosedOn: string;
            /** Format: date */
            fileBuiltOn: string;
            firstOnset: string | null;
            firstTreated: string | null;
            guardian: components["schemas"]["GuardianDto"] | null;
            consent: components["schemas"]["ConsentDto"] | null;
            /**
             * Format: date
             * @description When somebody who declined is asked again
             */
            consentReaskOn: string | null;
            article30: boolean;
            /** @enum {string} */
            status: "registered" | "lost" | "in_hospital" | "transferred_out" | "dead" | "cancelled";
            /** @enum {integer|null} */
            stability: 1 | 2 | 3 | null;
            riskLevel: number | null;
            /**
             * Format: date
             * @description The latest complete record
             */
            lastVisitOn: string | null;
            /** Format: date */
            nextDueOn: string | null;
            openActions: string[];
            overdue: boolean;
            inRehabilitation: boolean;
            guardianshipGroup: boolean;
            /** Format: date */
            deathDate: string | null;
            /** @description Where the person lives now */
            residenceOrg: string | null;
            version: number;
            openActionDetails: components["schemas"]["OpenActionDto"][];
            /** @description Null in lists */
            ruleState: components["schemas"]["RuleStateDto"] | null;
        };
        SmiCasePageDto: {
            items: components["schemas"]["SmiCaseDto"][];
            nextCursor?: string | null;
        };
        SocialFunctionDto: {
            /**
             * @description 个人生活料理: 1 良好, 2 一般, 3 较差
             * @enum {integer|null}
             */
            selfCare?: 1 | 2 | 3 | null;
            /**
             * @description 家务劳动: 1 良好, 2 一般, 3 较差
             * @enum {integer|null}
             */
            housework?: 1 | 2 | 3 | null;
            /**
             * @description 生产劳动及工作: 1 良好, 2 一般, 3 较差, 9 此项不适用
             * @enum {integer|null}
             */
            work?: 1 | 2 | 3 | 9 | null;
            /**
             * @description 学习能力: 1 良好, 2 一般, 3 较差
             * @enum {integer|null}
             */
            study?: 1 | 2 | 3 | null;
            /**
             * @description 社会人际交往: 1 良好, 2 一般, 3 较差
             * @enum {integer|null}
             */
            social?: 1 | 2 | 3 | null;
        };
        StartImportDto: {
            /**
             * Format: binary
             * @description xlsx, or csv in UTF-8 or GB18030
             */
            file: string;
            /** @enum {string} */
            kind: "orgs" | "population" | "persons" | "smi-cases" | "smi-follow-ups";
            /**
             * @description preview stores nothing but the report
             * @enum {string}
             */
            mode: "preview" | "commit";
        };
        TaskDto: {
            id: string;
            /** @enum {string} */
            service: "smi" | "special-population";
            /** Format: uuid */
            subjectId: string;
            /** @example 王** */
            subjectName: string;
            /** @example 990101001001 */
            org: string;
            /**
             * @description follow_up, retry_visit, consent_reask, action:<code> or a check
             * @example follow_up
             */
            kind: string;
            /** Format: date */
            startOn: string | null;
            /** Format: date */
            dueOn: string | null;
            /** Format: date */
            endOn: string | null;
            /** @enum {string} */
            status: "due" | "overdue" | "upcoming" | "done";
            /** @description 1 at once, 2 first today, 3 in its turn */
            priority: number;
            /**
             * @example [
             *       "risk_3",
             *       "overdue"
             *     ]
             */
            reasons: string[];
            /** Format: uuid */
            caseId: string;
            riskLevel: number | null;
            /** @enum {integer|null} */
            stability: 1 | 2 | 3 | null;
            openActions: string[];
        };
        TaskPageDto: {
            items: components["schemas"]["TaskDto"][];
            nextCursor?: string | null;
        };
        TaskSummaryDto: {
            overdue: number;
            due: number;
            upcoming: number;
            openActions: number;
            /** @description Records dated in the last seven days */
            done7d: number;
            /** @description People with something overdue */
            overduePeople: number;
            /** @description People with an open mandatory action */
            actionPeople: number;
        };
        TimelineEntryDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "follow_up" | "attempt" | "loss" | "death" | "consent" | "exam" | "registration" | "action" | "discharge" | "transfer" | "cancel";
            /** Format: date */
            on: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description User id */
            actor: string;
            data: {
                [key: string]: unknown;
            };
        };
        TimelinePageDto: {
            items: components["schemas"]["TimelineEntryDto"][];
            nextCursor?: string | null;
        };
        TransferCaseDto: {
            note?: string | null;
            /** Format: date */
            transferredOn: string;
            /** @description Where to, in words */
            destination: string;
            /** @description Area code, where it is known */
            toOrg?: string | null;
        };
        UpdateOrgDto: {
            name?: string | null;
            /** @enum {string|null} */
            urbanRural?: "111" | "112" | "121" | "122" | "123" | "210" | "220" | null;
            /**
             * Format: date
             * @description Ends the validity: its last day.
             */
            validTo?: string | null;
        };
        UpdatePersonDto: {
            /** @description GB 11643 for resident_id; sex and birth date must agree with it. */
            idNumber?: string | null;
            phone?: string | null;
            /** @description 12-digit code of the registered household. */
            registeredOrg?: string | null;
            address?: string | null;
            /** Format: date */
            livingSince?: string | null;
            /** @description Code of GB/T 3304 */
            ethnicity?: string | null;
            /** @description Code of GB/T 4658 */
            education?: string | null;
            /** @description Code of GB/T 2261.2 */
            maritalStatus?: string | null;
            /** @description Code of GB/T 2261.4 */
            employment?: string | null;
            name?: string | null;
            /** @enum {string|null} */
            sex?: "0" | "1" | "2" | "9" | null;
            /** Format: date */
            birthDate?: string | null;
            /** @enum {string|null} */
            idType?: "resident_id" | "passport" | "other" | "none" | null;
            residenceOrg?: string | null;
        };
        UpdateUserDto: {
            displayName?: string | null;
            /** @description Reset: the user has to change it at the next sign-in. */
            password?: string | null;
            roles?: ("system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops")[] | null;
            scopes?: string[] | null;
            /** @description false ends all sessions at once. */
            active?: boolean | null;
        };
        UserDto: {
            /** Format: uuid */
            id: string;
            username: string;
            displayName: string;
            roles: ("system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops")[];
            scopes: string[];
            active: boolean;
            /** @description After too many failed sign-ins. */
            locked: boolean;
            mustChangePassword: boolean;
            otpEnabled: boolean;
            /** Format: date-time */
            lastLoginAt: string | null;
            version: number;
        };
        UserPageDto: {
            items: components["schemas"]["UserDto"][];
            nextCursor: string | null;
        };
        UserViewDto: {
            /** Format: uuid */
            id: string;
            displayName: string;
            roles: ("system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops")[];
            /** @description Area prefixes by digit groups; "" is everywhere. */
            scopes: string[];
            username: string;
            mustChangePassword: boolean;
            /** @description A role asks for a second factor: until one is enrolled only the own account is open. */
            mustEnrolOtp: boolean;
        };
        WarningDto: {
            /** @example riskLevel */
            field: string;
            /** @example V7 */
            rule: string;
            /** @example SMI.FOLLOW_UP.RISK_ZERO_WITH_VIOLENT_SYMPTOM */
            code: string;
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessDto"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
        };
    };
    Audit_search: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Default: all. */
                service?: "identity" | "registry" | "smi" | "kpi";
                actorId?: string;
                subjectKind?: string;
                subjectId?: string;
                action?: string;
                outcome?: "done" | "refused";
                /** @description Everything one request has left, in all services. */
                correlationId?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Audit_actors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindActorsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorListDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Audit_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdictDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Locked */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Otp_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmOtpDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Otp_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CurrentPasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOtpDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Locked */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Otp_renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnOtpDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Locked */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Otp_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnOtpDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Locked */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Locked */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    ConsoleInfo_info: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleInfoDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Events_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Geo_areas: {
        parameters: {
            query: {
                /** @description Area code or prefix: outlines at or below it */
                parent: string;
                /** @description Without it, the level below the area */
                level?: "district" | "street" | "community";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeoAreasDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Geo_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeoStoredDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Imports_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Imports_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["StartImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Imports_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "orgs" | "population" | "persons" | "smi-cases" | "smi-follow-ups";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Imports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Imports_errors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_indicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiIndicatorsDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_recompute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiRecomputationDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    KpiReports_report: {
        parameters: {
            query: {
                /** @description Area code or prefix */
                org: string;
                /** @description 2026, 2026-H1, 2026-Q1, 2026-03 or 2026-01-01..2026-03-31; named periods run from 1 January */
                period: string;
                /** @description Measure an unfinished period up to this day */
                asOf?: string;
                /** @description The areas directly below as well */
                children?: "true" | "false";
                /** @description Language of the file; without it that of the request */
                lang?: "zh-CN" | "en";
            };
            header?: never;
            path: {
                format: "json" | "csv" | "xlsx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": string;
                    "text/csv; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/pdf": string;
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_targets: {
        parameters: {
            query?: {
                /** @description Area code or prefix */
                org?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiTargetsDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_putTargets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KpiTargetDto"][];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiTargetsDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_targetHistory: {
        parameters: {
            query: {
                indicator: string;
                /** @description Name of the plan the target comes from */
                plan: string;
                /** @description Area code or prefix; "" is everywhere */
                org: string;
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiTargetHistoryDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_values: {
        parameters: {
            query: {
                /** @description Area code or prefix */
                org: string;
                /** @description 2026, 2026-H1, 2026-Q1, 2026-03 or 2026-01-01..2026-03-31; named periods run from 1 January */
                period: string;
                /** @description Measure an unfinished period up to this day */
                asOf?: string;
                /** @description Indicator ids, separated by commas */
                indicator: string;
                breakdown?: "none" | "children" | "urban_rural" | "months";
                /** @description Compare with the targets of this plan only */
                plan?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiValuesDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_explain: {
        parameters: {
            query: {
                /** @description Area code or prefix */
                org: string;
                /** @description 2026, 2026-H1, 2026-Q1, 2026-03 or 2026-01-01..2026-03-31; named periods run from 1 January */
                period: string;
                /** @description Measure an unfinished period up to this day */
                asOf?: string;
                indicator: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiExplanationDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Kpi_members: {
        parameters: {
            query: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Area code or prefix */
                org: string;
                /** @description 2026, 2026-H1, 2026-Q1, 2026-03 or 2026-01-01..2026-03-31; named periods run from 1 January */
                period: string;
                /** @description Measure an unfinished period up to this day */
                asOf?: string;
                indicator: string;
                /** @description gap = in the denominator only */
                side: "numerator" | "denominator" | "gap";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiMemberPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SavedViews_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewListDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SavedViews_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SavedViews_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutSavedViewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SavedViews_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Nodes_nodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodesDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Operations_deadLetters: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Default: all. */
                service?: "identity" | "registry" | "smi" | "kpi";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Operations_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                service: "identity" | "registry" | "smi" | "kpi";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Operations_eventFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventFlowDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Nodes_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthOverviewDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Orgs_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Units directly below this code or prefix. */
                parent?: string;
                tier?: "district" | "street" | "community";
                /** @description The tree as it was on that day; default today. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Orgs_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrgDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Orgs_get: {
        parameters: {
            query?: {
                /** @description The tree as it was on that day; default today. */
                asOf?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Orgs_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrgDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Stale version; the answer holds the current state */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Orgs_populations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PopulationsDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Orgs_getPopulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PopulationDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Orgs_putPopulation: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutPopulationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PopulationDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Stale version; the answer holds the current state */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Persons_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Beginning of the name, pinyin or its initials; or a whole ID or telephone number. */
                q?: string;
                /** @description Area code or prefix */
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Persons_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePersonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Persons_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchPersonsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Persons_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Persons_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePersonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Stale version; the answer holds the current state */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Persons_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealPersonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Roles_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleListDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rules_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SmiCases_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Area code or prefix */
                org?: string;
                stability?: 1 | 2 | 3;
                riskLevel?: number;
                status?: "registered" | "lost" | "in_hospital" | "transferred_out" | "dead" | "cancelled";
                overdue?: boolean;
                /** @description Case number, name or pinyin, from the beginning */
                q?: string;
                /** @description Diagnosis group (smi.md 1.1) */
                diagnosisGroup?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "99";
                /** @description Cases of one person */
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCasePageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SmiCases_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCaseDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SmiCases_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchCasesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCasePageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SmiCases_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CaseSteps_closeAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                action: "continue_plan" | "judge_cause" | "contact_psychiatrist" | "specialist_guidance" | "refer_now" | "check_referral" | "notify_police" | "inform_care_group" | "joint_visit" | "emergency_record" | "side_effect_check" | "obstetric_co_management" | "retry_visit" | "report_lost" | "hold" | "close_file" | "incident_report" | "report_upper_unit" | "search_lost_patient" | "article30_review" | "consent_reask";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseActionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CaseSteps_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelCaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SmiCases_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CaseSteps_discharge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DischargeCaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SmiCases_exam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordExamDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    FollowUps_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpAnswerDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    FollowUps_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPreviewDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Corrections_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                followUpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpDetailDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Corrections_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                followUpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionAnswerDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Stale version; the answer holds the current state */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Corrections_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                followUpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPreviewDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CaseSteps_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealCaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SmiCases_timeline: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CaseSteps_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferCaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmiCaseDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Tasks_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Work of your own area */
                assignee?: "me";
                /** @description Area code or prefix */
                org?: string;
                service?: "smi" | "special-population";
                status?: "due" | "overdue" | "upcoming" | "done";
                dueBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Tasks_summary: {
        parameters: {
            query?: {
                /** @description Area code or prefix */
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the previous answer (nextCursor). */
                cursor?: string;
                /** @description Part of the user name or display name. */
                q?: string;
                role?: "system_admin" | "security_admin" | "audit_admin" | "district_official" | "health_bureau" | "street_staff" | "community_worker" | "psychiatrist" | "counsellor" | "supervisor" | "department_user" | "ops";
                state?: "active" | "inactive";
                /** @description Accounts with an area inside this one: code or prefix. */
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchUsersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Stale version; the answer holds the current state */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_resetOtp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Malformed, or a field needs correction */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Known but not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Does not exist, or lies outside the caller’s areas */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused by a business rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description A part of the system does not answer; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
}
