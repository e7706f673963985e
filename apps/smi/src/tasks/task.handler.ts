import { CaseService, type ListTasksRequest, type SummarizeTasksRequest } from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { ListTasksUseCase } from './list-tasks.use-case.js';
import { SummarizeTasksUseCase } from './summarize-tasks.use-case.js';

@RpcController()
export class TaskHandler {
  constructor(
    private readonly listTasks: ListTasksUseCase,
    private readonly summarizeTasks: SummarizeTasksUseCase,
  ) {}

  @RpcMethod(CaseService.method.listTasks, { permission: 'smi.task.read' })
  list(request: ListTasksRequest, call: RpcCall) {
    return this.listTasks.list(request, call.context);
  }

  @RpcMethod(CaseService.method.summarizeTasks, { permission: 'smi.task.read' })
  summarize(request: SummarizeTasksRequest, call: RpcCall) {
    return this.summarizeTasks.summarize(request, call.context);
  }
}
