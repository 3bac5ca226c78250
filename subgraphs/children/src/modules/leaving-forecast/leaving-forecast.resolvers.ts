import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { planReallocation } from '../reallocation/reallocation.service.ts';
import { forecastLeaving, type LeavingChild, type LeavingForecast } from './leaving-forecast.service.ts';

/** Forecasts of leaving, between the graph and the domain. */
export const leavingForecastResolvers = {
  Worker: {
    leavingForecast: ({ id }: { id: string }, { on }: { on: PlainDate }, context: Context) =>
      forecastLeaving(id, on, context),
  },
  LeavingForecast: {
    worker: ({ workerId }: LeavingForecast) => ({ id: workerId }),
    reallocation: (forecast: LeavingForecast, { to }: { to?: readonly string[] | null }, context: Context) =>
      planReallocation(forecast, to ?? null, context),
  },
  LeavingChild: {
    siblings: ({ siblingIds }: LeavingChild, _args: unknown, { loaders }: Context) =>
      Promise.all(siblingIds.map((id) => loaders.children.load(id))),
  },
};
