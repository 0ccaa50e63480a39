import { graphql } from '../graphql.ts';

const groupFields = graphql(`
  fragment IntervalGroupFields on IntervalGroup @_unmask {
    key count p50 p90 p95 p99 longest
    excluded { reason count text { zh en } }
    targets { count within reached }
  }
`);

export const intervalsDocument = graphql(
  `
  query Intervals(
    $city: ID!, $span: IntervalSpan!, $from: DateTime!, $to: DateTime!,
    $by: [IntervalDimension!]!, $filter: IntervalFilter, $target: TargetInput, $exercises: Boolean!
  ) {
    intervals(
      city: $city, span: $span, from: $from, to: $to,
      by: $by, filter: $filter, target: $target, exercises: $exercises
    ) {
      span of
      definition { zh en }
      targets { id department seconds percent source }
      all { ...IntervalGroupFields }
      groups { ...IntervalGroupFields }
      more
    }
  }
`,
  [groupFields],
);
