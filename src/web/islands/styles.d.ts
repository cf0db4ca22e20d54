/** A style sheet that an island imports: the bundler takes it out. */
declare module "*.css";
