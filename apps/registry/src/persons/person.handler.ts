import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  PersonService,
  type CreatePersonRequest,
  type CreatePersonResponse,
  type FindByIdNumbersRequest,
  type FindByIdNumbersResponseSchema,
  type GetPersonRequest,
  type GetPersonResponseSchema,
  type ListPersonsRequest,
  type ListPersonsResponseSchema,
  type RevealPersonRequest,
  type RevealPersonResponseSchema,
  type UpdatePersonRequest,
  type UpdatePersonResponse,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { CreatePersonUseCase } from './create-person.use-case.js';
import { ReadPersonsUseCase } from './read-persons.use-case.js';
import { RevealPersonUseCase } from './reveal-person.use-case.js';
import { UpdatePersonUseCase } from './update-person.use-case.js';

@RpcController()
export class PersonHandler {
  constructor(
    private readonly createPerson: CreatePersonUseCase,
    private readonly updatePerson: UpdatePersonUseCase,
    private readonly readPersons: ReadPersonsUseCase,
    private readonly revealPerson: RevealPersonUseCase,
  ) {}

  @RpcMethod(PersonService.method.createPerson, { permission: 'registry.person.write' })
  create(request: CreatePersonRequest, call: RpcCall): Promise<CreatePersonResponse> {
    return this.createPerson.execute(request, call);
  }

  @RpcMethod(PersonService.method.updatePerson, { permission: 'registry.person.write' })
  update(request: UpdatePersonRequest, call: RpcCall): Promise<UpdatePersonResponse> {
    return this.updatePerson.execute(request, call);
  }

  @RpcMethod(PersonService.method.getPerson, { permission: 'registry.person.read' })
  get(request: GetPersonRequest, call: RpcCall): Promise<MessageInitShape<typeof GetPersonResponseSchema>> {
    return this.readPersons.get(request, call.context);
  }

  @RpcMethod(PersonService.method.listPersons, { permission: 'registry.person.read' })
  list(request: ListPersonsRequest, call: RpcCall): Promise<MessageInitShape<typeof ListPersonsResponseSchema>> {
    return this.readPersons.list(request, call.context);
  }

  @RpcMethod(PersonService.method.revealPerson, { permission: 'registry.person.reveal' })
  reveal(request: RevealPersonRequest, call: RpcCall): Promise<MessageInitShape<typeof RevealPersonResponseSchema>> {
    return this.revealPerson.execute(request, call.context);
  }

  @RpcMethod(PersonService.method.findByIdNumbers, { permission: 'service' })
  findByIdNumbers(
    request: FindByIdNumbersRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof FindByIdNumbersResponseSchema>> {
    return this.readPersons.findByIdNumbers(request, call.context);
  }
}
