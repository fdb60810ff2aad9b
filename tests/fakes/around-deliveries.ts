import type { Mailer, MailerConnection } from '../../src/delivery/mailer.ts';

type Deliver = MailerConnection['deliver'];

/** The same mailer, where `around` stands between its connections and whoever uses them. */
export function aroundDeliveries(mailer: Mailer, around: (deliver: Deliver) => Deliver): Mailer {
  return {
    ...mailer,
    connect: async () => {
      const connection = await mailer.connect();
      if (!('deliver' in connection)) return connection;
      return Object.assign(connection, { deliver: around(connection.deliver) });
    },
  };
}
