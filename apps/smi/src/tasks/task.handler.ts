import { CaseService, type ListTasksRequest } from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { ListTasksUseCase } from './list-tasks.use-case.js';

@RpcController()
export class TaskHandler {
  constructor(private readonly listTasks: ListTasksUseCase) {}

  @RpcMethod(CaseService.method.listTasks, { permission: 'smi.task.read' })
  list(request: ListTasksRequest, call: RpcCall) {
    return this.listTasks.list(request, call.context);
  }
}
