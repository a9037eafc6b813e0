// Written by `npm run generate` from the type tokens that policies and their cases use. Do not edit.
import type { ClusterArgs as AwsDocdbClusterArgs } from "@pulumi/aws/docdb/cluster";
import type { ElasticClusterArgs as AwsDocdbElasticClusterArgs } from "@pulumi/aws/docdb/elasticCluster";
import type { DetectorArgs as AwsGuarddutyDetectorArgs } from "@pulumi/aws/guardduty/detector";
import type { FunctionArgs as AwsLambdaFunctionArgs } from "@pulumi/aws/lambda/function";
import type { ClusterArgs as AwsNeptuneClusterArgs } from "@pulumi/aws/neptune/cluster";
import type { ClusterArgs as AwsRdsClusterArgs } from "@pulumi/aws/rds/cluster";
import type { InstanceArgs as AwsRdsInstanceArgs } from "@pulumi/aws/rds/instance";
import type { BucketArgs as AwsS3BucketArgs } from "@pulumi/aws/s3/bucket";
import type { BucketPolicyArgs as AwsS3BucketPolicyArgs } from "@pulumi/aws/s3/bucketPolicy";
import type { BucketVersioningArgs as AwsS3BucketVersioningArgs } from "@pulumi/aws/s3/bucketVersioning";
import type { TopicArgs as AwsSnsTopicArgs } from "@pulumi/aws/sns/topic";

declare module "../src/policy/resource-types" {
    interface ResourceTypes {
        "aws:docdb/cluster:Cluster": AwsDocdbClusterArgs;
        "aws:docdb/elasticCluster:ElasticCluster": AwsDocdbElasticClusterArgs;
        "aws:guardduty/detector:Detector": AwsGuarddutyDetectorArgs;
        "aws:lambda/function:Function": AwsLambdaFunctionArgs;
        "aws:neptune/cluster:Cluster": AwsNeptuneClusterArgs;
        "aws:rds/cluster:Cluster": AwsRdsClusterArgs;
        "aws:rds/instance:Instance": AwsRdsInstanceArgs;
        "aws:s3/bucket:Bucket": AwsS3BucketArgs;
        "aws:s3/bucketPolicy:BucketPolicy": AwsS3BucketPolicyArgs;
        "aws:s3/bucketVersioning:BucketVersioning": AwsS3BucketVersioningArgs;
        "aws:sns/topic:Topic": AwsSnsTopicArgs;
    }
}

export {};
