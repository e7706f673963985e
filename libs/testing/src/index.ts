export { madeUpIdNumber, madeUpOrgCode, madeUpPerson, TEST_COUNTY, type MadeUpPerson } from './made-up-people.js';
export { freePort, natsBinary, projectTool } from './project-tools.js';
export { migrationFiles, serviceMigrations } from './service-migrations.js';
export { signInAs, withKey, type SignInAs } from './sign-in.js';
export { startService } from './start-service.js';
export { createTestNode, TEST_TODAY, type TestNode, type TestNodeOptions } from './test-node.js';
export { testServers, withDatabase, type TestServerAddresses } from './test-servers.js';
