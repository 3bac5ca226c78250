// The federation is ready before anything that it shares is imported.
void import('./bootstrap.tsx');
