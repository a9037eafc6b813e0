/** What the pack says of itself to the engine, beside its policies. */
export const ABOUT = {
    displayName: "NHS supplier charter",
    description: "Policies for NHS England's cyber security charter for suppliers, for AWS, Azure and Entra. An independent project.",
    tags: ["nhs", "uk", "aws", "azure", "entra"],
};
